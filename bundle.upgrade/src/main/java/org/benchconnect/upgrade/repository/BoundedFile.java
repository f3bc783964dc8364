package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads small files whole, never more than they may have. */
final class BoundedFile {
    private BoundedFile() {}

    /** The whole file; empty if there is none. */
    static Optional<byte[]> read(Path file, int most) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file.getFileName() + " is no plain file");
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new OversizedException("The file " + file.getFileName(), most, bytes.length);
            }
            return Optional.of(bytes);
        }
    }
}
