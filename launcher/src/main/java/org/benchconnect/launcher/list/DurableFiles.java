package org.benchconnect.launcher.list;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files so that a loss of power leaves the old bytes or the new ones: the payload and its folder are synced before
 * anything refers to them, and a file is replaced by rename, synced before and after.
 */
public final class DurableFiles {
    private static final boolean FOLDERS_SYNC =
            !System.getProperty("os.name").startsWith("Windows"); // which cannot; NTFS journals the rename

    private DurableFiles() {}

    /** Copies a file to a name that does not exist yet, or that holds these bytes already. */
    public static void copy(Path from, Path to) throws IOException {
        Path temporary = temporary(to);
        Files.copy(from, temporary, StandardCopyOption.REPLACE_EXISTING);
        sync(temporary, StandardOpenOption.WRITE);
        rename(temporary, to);
    }

    /** Makes or replaces a small text file, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes or replaces a small file. */
    public static void write(Path file, byte[] content) throws IOException {
        Path temporary = temporary(file);
        Files.deleteIfExists(temporary); // what a crash left, or a link that somebody laid there
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        rename(temporary, file);
    }

    /** Gives a file that is synced already its name, in the same folder, in place of what had it. */
    public static void rename(Path synced, Path file) throws IOException {
        Files.move(synced, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolderOf(file);
    }

    /** Deletes a file, if it is there. */
    public static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolderOf(file);
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    private static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && FOLDERS_SYNC) {
            sync(folder, StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
