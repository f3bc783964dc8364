/**
 * Reads a cytometer's report of quality control where its software exports it as a table of text (CSV): for each detector how far its gain changed and how
 * wide the beads' peak is. Of a report only numbers, its day, whether it passed and the instrument's serial number come out; detectors are known by their
 * position. Bad bytes are an outcome with a reason, never an exception.
 *
 * <p>The pattern is that of the daily report of one manufacturer, which is public; other manufacturers' columns are recognised by the words that they have
 * in common with it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.fcs.qc;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
