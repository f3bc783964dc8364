package org.benchconnect.feature.filetransfer;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.teamviewerbridge.files.FileTransfer;

/**
 * What may be transferred here.
 *
 * @param folder out of and into which; empty if none is set
 * @param bytes the longest file
 * @param types which types
 * @param spare how much room must stay on the disk, in bytes, for the instrument's files and the ledger
 */
record Limits(Optional<Path> folder, long bytes, List<FileType> types, long spare) {
    private static final long MEGABYTE = 1_000_000;
    private static final long SPARE = 500 * MEGABYTE;

    static Limits of(FileTransferConfiguration configuration) {
        long bytes = Math.max(1, configuration.largest_megabytes()) * MEGABYTE;
        return new Limits(
                folder(configuration.folder()),
                Math.min(bytes, FileTransfer.MOST_BYTES),
                FileType.of(configuration.types()),
                SPARE);
    }

    private static Optional<Path> folder(String text) {
        try {
            return Optional.of(Path.of(text)).filter(path -> path.isAbsolute() && path.equals(path.normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
