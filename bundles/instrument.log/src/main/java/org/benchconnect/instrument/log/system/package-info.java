/**
 * What tells of an instrument around its log: whether a service or program of this PC runs, whether a connection can be made, and how old what waits in a queue is. Counts, ages
 * and yes or no; never a file's name or content, never a byte on the connection. Begin with {@link org.benchconnect.instrument.log.system.SiteWatch}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.log.system;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
