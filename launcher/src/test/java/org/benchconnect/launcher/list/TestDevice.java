package org.benchconnect.launcher.list;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;

/** A device with a key of its own. */
public final class TestDevice implements SignedList.Signer {
    private final KeyPair keys;

    public TestDevice() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public DeviceKey key() {
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
