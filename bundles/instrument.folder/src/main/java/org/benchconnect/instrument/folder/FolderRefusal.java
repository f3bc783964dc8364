package org.benchconnect.instrument.folder;

import org.benchconnect.core.instrument.Refusal;

/** Why a watch gives up a file. */
enum FolderRefusal implements Refusal {
    /** Larger than the limit. */
    TOO_LARGE,
    /** The adapter threw an exception on it. */
    ADAPTER_FAILED
}
