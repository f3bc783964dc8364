/**
 * What a remote session may do here, and whether it can reach this desktop now: the lease, an object that is checked at every call and
 * message, and the hold that freezes remote input while a person here is asked.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.session;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
