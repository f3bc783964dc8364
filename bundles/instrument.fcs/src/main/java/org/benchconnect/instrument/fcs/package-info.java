/**
 * Reads HEADER and TEXT of every dataset of an FCS or LMD file, and nothing else of it: never DATA, ANALYSIS, supplemental
 * TEXT or the acquisition protocol of an LMD file. Of TEXT it keeps a closed set of keywords about the instrument, as numbers,
 * tokens, versions, times and the serial number; no string of a file comes out. Bad bytes are an outcome with a reason,
 * never an exception.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.instrument.fcs;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
