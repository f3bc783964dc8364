package org.benchconnect.cli.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.benchconnect.launcher.storage.DurableFiles;

/**
 * Writes files so that a reader at any moment, and a PC after a loss of power, has the old bytes, the new bytes, or nothing, never a part:
 * into a hidden file of the same folder, synced, then renamed, then the folder synced.
 */
final class PublicFiles {
    private PublicFiles() {}

    /** Makes a file that may be there already with these bytes, but with no others. */
    static void writeNew(Path file, byte[] bytes) throws IOException, ReleaseRefusal {
        if (Files.exists(file)) {
            if (Files.size(file) != bytes.length || Files.mismatch(file, temporary(file, bytes)) != -1) {
                Files.deleteIfExists(hidden(file));
                throw new ReleaseRefusal(
                        "there is another " + file + " already; a published version is never replaced");
            }
            Files.delete(hidden(file));
            return;
        }
        replace(file, bytes);
    }

    /** Makes or replaces a file. */
    static void replace(Path file, byte[] bytes) throws IOException {
        DurableFiles.onDisk().rename(temporary(file, bytes), file);
    }

    /** Copies a file to where none is, or the same. The copy is complete when it appears. */
    static void copyNew(Path from, Path to) throws IOException, ReleaseRefusal {
        if (Files.exists(to)) {
            if (Files.mismatch(from, to) != -1) {
                throw new ReleaseRefusal("there is another " + to + " already; a published version is never replaced");
            }
            return;
        }
        Files.createDirectories(folder(to));
        Path temporary = hidden(to);
        try (InputStream in = Files.newInputStream(from)) {
            Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        DurableFiles.onDisk().rename(temporary, to);
    }

    private static Path temporary(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(folder(file));
        Path temporary = hidden(file);
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return temporary;
    }

    /** A web server shows no file whose name begins with a full stop, as all of them are set up; a client never asks for one. */
    private static Path hidden(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no file: " + file);
        }
        return folder;
    }
}
