/** Follows log files, rotation, half lines, encodings. */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
