package org.benchconnect.instrument.folder;

import org.benchconnect.core.signal.FactName;

/** The facts of {@link FolderCode}'s signals. */
enum FolderFact implements FactName {
    /** How many files. */
    FILES,
    /** The most files a watch keeps in memory. */
    LIMIT_FILES,
    /** The size of a file. */
    SIZE_MEGABYTE,
    /** The largest file that is read. */
    LIMIT_MEGABYTE
}
