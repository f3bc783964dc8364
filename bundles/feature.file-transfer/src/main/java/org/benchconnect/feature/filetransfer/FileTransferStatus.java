package org.benchconnect.feature.filetransfer;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** What this feature reports about itself. */
enum FileTransferStatus {
    /** Files can be transferred, each with its lease. */
    FILE_TRANSFER_READY,
    /** No folder is set. */
    FILE_TRANSFER_NO_FOLDER,
    /** The folder cannot be used. */
    FILE_TRANSFER_FOLDER_UNFIT;

    private enum Fact implements FactName {
        MEGABYTES,
        TYPES
    }

    static Status of(Limits limits) {
        Facts facts = Facts.none()
                .with(Fact.MEGABYTES, limits.bytes() / 1_000_000)
                .with(Fact.TYPES, limits.types().size());
        if (limits.folder().isEmpty()) {
            return new Status(FILE_TRANSFER_NO_FOLDER, Facts.none());
        }
        try (Jail usable = Jail.hold(limits.folder().orElseThrow())) {
            return new Status(FILE_TRANSFER_READY, facts);
        } catch (TransferRefusedException e) {
            return new Status(FILE_TRANSFER_FOLDER_UNFIT, Facts.none());
        }
    }
}
