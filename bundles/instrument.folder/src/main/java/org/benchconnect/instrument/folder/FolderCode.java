package org.benchconnect.instrument.folder;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What a watch itself may say, in the name of the adapter whose folder it watches. */
enum FolderCode implements SignalCode {
    /** The folder cannot be listed. Clears when it can. */
    FOLDER_GONE(Kind.CONFIGURATION),
    /** More files than a watch keeps in memory: nothing is read until some are moved away. */
    FOLDER_TOO_FULL(Kind.CONFIGURATION),
    /** Files cannot be asked what they are, opened or recorded, again and again. Clears when each was, or is gone. */
    FILE_UNREADABLE(Kind.CONFIGURATION),
    /** A file is larger than the limit and was not read. Clears with a file that is read ten minutes later or more. */
    FILE_TOO_LARGE(Kind.CONFIGURATION),
    /** The adapter refused a file without a signal of its own. Clears with the next file that is read, also in part. */
    FILE_REFUSED(Kind.CONFIGURATION),
    /** The times of new files are not those of this PC's clock. Clears when they are again. */
    FILE_CLOCK_SKEW(Kind.CONFIGURATION),
    /** The adapter failed on a file, which counts as refused. Clears with a file that it reads ten minutes later or more. */
    ADAPTER_FAILED(Kind.SOFTWARE);

    private final Kind kind;

    FolderCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
