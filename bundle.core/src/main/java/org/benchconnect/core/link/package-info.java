/**
 * What leaves this PC: a closed set of typed reports in named streams, each off until the laboratory switches it on
 * the outbox that keeps them, and the TLS they travel in.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.link;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
