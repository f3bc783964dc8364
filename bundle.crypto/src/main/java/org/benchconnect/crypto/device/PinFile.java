package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.benchconnect.crypto.secret.Secret;

/** A secret of one line in a file that only this account may read. */
final class PinFile {
    /** In bytes; a longer line is no passphrase. */
    static final int MAX_BYTES = 1024;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private PinFile() {}

    /**
     * The first line, without its end.
     *
     * @throws FileSystemException when others may read it, or it is no plain file, or too long
     */
    static Secret read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_BYTES) {
            throw new FileSystemException(file.toString(), null, "is no file with one short line");
        }
        if (mayBeReadByOthers(file)) {
            throw new FileSystemException(
                    file.toString(), null, "may be read by others; close it with: chmod 600 " + file);
        }
        return firstLine(Files.readAllBytes(file));
    }

    static boolean mayBeReadByOthers(Path file) throws IOException {
        return Files.getFileStore(file).supportsFileAttributeView("posix")
                && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    }

    /** The first line of these bytes, which are wiped. */
    static Secret firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        byte[] line = Arrays.copyOf(bytes, end);
        Arrays.fill(bytes, (byte) 0);
        try {
            return Secret.copyOf(line);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }
}
