package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Small files that after a loss of power have the old bytes or the new ones: temporary file, sync, rename, sync of the folder. */
final class Durable {
    private Durable() {}

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

    /** Makes or replaces it. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(temporary); // what a crash left, or a link that somebody laid there
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        moveTo(file, temporary);
    }

    /** Gives a synced file its name, in the same folder. */
    static void moveTo(Path file, Path temporary) throws IOException {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolderOf(file);
    }

    /** Deletes it, if it is there. */
    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolderOf(file);
        }
    }

    private static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || System.getProperty("os.name").startsWith("Windows")) {
            return; // Windows cannot sync a folder; NTFS journals the rename
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
