package org.benchconnect.cli.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.benchconnect.crypto.device.BrokenIdentityException;
import org.benchconnect.crypto.device.DevicePublicKey;

/**
 * The device's public key in the installation folder.
 *
 * @param file {@code device.pub} there
 */
record Pin(Path file) {
    /** Empty if there is none. */
    Optional<DevicePublicKey> read() throws IOException {
        return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : Optional.of(DevicePublicKey.read(file));
    }

    /** Whether there is something that is no key. */
    boolean isUnreadable() throws IOException {
        try {
            read();
            return false;
        } catch (BrokenIdentityException e) {
            return true;
        }
    }

    /** Puts it in place whole, readable for the agent's account. */
    void write(DevicePublicKey key) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(key.toText().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    private void syncFolder() throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
