/**
 * Joins the two ends of a remote session: an agent that waits under a one-time code, and the viewer that brings it. What passes is ciphertext of the two
 * ends; the relay has no key, reads nothing of it, and keeps nothing but its open sockets. It works without a framework too: {@link
 * org.benchconnect.desk.relay.Relay}.
 */
@NullMarked
@Export
@Version("1.0.0")
package org.benchconnect.desk.relay;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
