package org.benchconnect.desk.roster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are replaced whole: a reader sees the old one or the new one, also after the power was lost. */
public final class DeskFiles {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private DeskFiles() {}

    /** Everybody may read it. */
    public static void publish(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, READABLE);
    }

    /** Only the desk's account may read it. */
    public static void keep(Path file, byte[] bytes) throws IOException {
        replace(file, bytes, OWNER);
    }

    /** All of it, if it has not more bytes than these. */
    static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(file + " has more than " + most + " bytes");
            }
            return bytes;
        }
    }

    private static void replace(Path file, byte[] bytes, Set<PosixFilePermission> who) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path next = posix
                ? Files.createTempFile(folder, ".next", "", PosixFilePermissions.asFileAttribute(OWNER))
                : Files.createTempFile(folder, ".next", "");
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer content = ByteBuffer.wrap(bytes);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            if (posix) {
                Files.setPosixFilePermissions(next, who);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        if (posix) {
            try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true);
            }
        }
    }
}
