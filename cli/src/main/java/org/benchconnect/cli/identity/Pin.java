package org.benchconnect.cli.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.crypto.device.BrokenIdentityException;
import org.benchconnect.crypto.device.DevicePublicKey;
import org.benchconnect.launcher.storage.DurableFiles;

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
        DurableFiles.readableByAll().write(file, key.toText());
    }
}
