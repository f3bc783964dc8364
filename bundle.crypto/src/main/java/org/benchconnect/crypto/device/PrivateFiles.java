package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files of this account alone, durably on the disk: rights 0600 in folders of 0700 from the moment they exist. Where there are no such
 * rights, on Windows, they inherit those of the home folder.
 */
final class PrivateFiles {
    private PrivateFiles() {}

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, rights(folder, "rwx------"));
    }

    /** Makes a file that does not exist yet, synced. */
    static void write(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, rights(file, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Syncs the names in a folder. Windows cannot; NTFS journals them. */
    static void sync(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Puts a complete, synced folder in the place of an empty one or of none; fails when anything is in it. */
    static void putInPlace(Path fresh, Path folder) throws IOException {
        Files.deleteIfExists(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(folder));
    }

    /** Removes what an interrupted attempt left: a folder with files, or nothing. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private static Path parent(Path path) {
        return path.toAbsolutePath().resolveSibling("");
    }

    private static FileAttribute<?>[] rights(Path path, String rights) throws IOException {
        return posix(parent(path))
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }
}
