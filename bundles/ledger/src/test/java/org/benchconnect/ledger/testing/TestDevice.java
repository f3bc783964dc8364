package org.benchconnect.ledger.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.ledger.Signer;

/** A device that signs heads as a real one does, with a key made on the spot. */
public class TestDevice implements Signer {
    private static final byte[] PREFIX =
            "benchconnect-signed-message 1\npurpose ledger.head\n".getBytes(StandardCharsets.US_ASCII);

    private final KeyPair keys;

    /** One of its own. */
    public TestDevice() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] publicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    /** As {@code device.pub} has it. */
    public DeviceKey key() {
        return DeviceKey.of(publicKey());
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(ByteBuffer.allocate(PREFIX.length + message.length)
                    .put(PREFIX)
                    .put(message)
                    .flip());
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
