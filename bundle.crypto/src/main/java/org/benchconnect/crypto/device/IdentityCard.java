package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the files of a home folder say of its device, without opening a key: for the command line. The protector is what the key file
 * says, unproven; the running agent proves it.
 *
 * @param key the public key in {@code device.pub}
 * @param protector what protects the keys
 */
public record IdentityCard(DevicePublicKey key, ProtectorKind protector) {
    /**
     * Reads a home folder.
     *
     * @throws BrokenIdentityException when there is no identity, or its files are not in their form
     */
    public static IdentityCard read(Path home) throws IOException {
        IdentityFolder folder = new IdentityFolder(home);
        if (!folder.isTaken()) {
            throw new BrokenIdentityException("there are no device keys in " + home
                    + " yet: the agent makes them at its first start. Is it another home? Say --home DIR");
        }
        return new IdentityCard(DevicePublicKey.read(folder.publicKeyFile()), folder.protector());
    }
}
