/**
 * Follows what an instrument's software writes into its log: through rotation, truncation, half lines and four encodings, from where it stopped, over restarts too. A table of
 * the laboratory's settings says which lines mean what; a line that fits no rule leaves no trace, and of one that fits only the rule's own code, counts and times go on.
 * Reads, never locks, never writes there. Begin with {@link org.benchconnect.instrument.log.LogWatch}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
