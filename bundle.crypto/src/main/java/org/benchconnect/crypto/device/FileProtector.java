package org.benchconnect.crypto.device;

import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/** No protection but the rights of the file that the key is written into; reported as such. */
final class FileProtector implements KeyProtector {
    @Override
    public ProtectorKind kind() {
        return ProtectorKind.FILE;
    }

    @Override
    public byte[] protect(Secret key) {
        return key.exposeBytes();
    }

    @Override
    public Secret unprotect(byte[] blob) throws ProtectorException {
        if (blob.length != SealingKey.LENGTH) {
            throw new ProtectorException.Refused("what the key file holds is no unprotected key");
        }
        return Secret.copyOf(blob);
    }
}
