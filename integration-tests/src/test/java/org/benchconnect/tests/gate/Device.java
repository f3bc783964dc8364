package org.benchconnect.tests.gate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.SignedList;

/** A device with a key of its own. */
final class Device implements SignedList.Signer {
    private final KeyPair keys;

    Device() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    DeviceKey key() {
        byte[] encoded = keys.getPublic().getEncoded();
        return DeviceKey.of(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
