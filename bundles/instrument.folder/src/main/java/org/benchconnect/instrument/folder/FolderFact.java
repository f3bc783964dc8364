package org.benchconnect.instrument.folder;

import org.benchconnect.core.signal.FactName;

/** The facts of {@link FolderCode}'s signals. */
enum FolderFact implements FactName {
    /** How many files. */
    FILES,
    /** The most files a watch keeps in memory. */
    LIMIT_FILES,
    /** How many files, the last one included, one after the other. */
    FILES_IN_A_ROW,
    /** Why the adapter refused a file: a token of the reader or adapter. */
    REASON,
    /** By how much the files' times are ahead of this PC's clock; negative: behind. */
    OFFSET_MINUTES,
    /** The size of a file. */
    SIZE_MEGABYTE,
    /** The largest file that is read. */
    LIMIT_MEGABYTE
}
