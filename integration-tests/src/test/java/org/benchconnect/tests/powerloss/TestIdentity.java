package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.launcher.list.DeviceKey;

/** A device whose keys are in memory: it seals and signs as a real one does. */
final class TestIdentity implements DeviceIdentity {
    private final SealingKey sealing = new SealingKey(Secret.copyOf(new byte[SealingKey.LENGTH]));
    private final KeyPair keys;

    TestIdentity() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    DeviceKey key() {
        return DeviceKey.of(publicKey());
    }

    @Override
    public byte[] publicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        byte[] prefix =
                ("benchconnect-signed-message 1\npurpose " + purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return signed(prefix, message);
    }

    @Override
    public byte[] signList(byte[] lines) {
        return signed(lines);
    }

    private byte[] signed(byte[]... parts) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            for (byte[] part : parts) {
                signature.update(part);
            }
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) throws IOException {
        sealing.seal(purpose, plain, sealed);
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) throws IOException {
        sealing.open(purpose, sealed, plain);
    }

    @Override
    public byte[] rsaPublicKey() {
        throw new UnsupportedOperationException("nobody here encrypts to it");
    }

    @Override
    public Secret unwrap(byte[] wrapped) {
        throw new UnsupportedOperationException("nobody here encrypts to it");
    }

    @Override
    public ProtectorKind protector() {
        return ProtectorKind.FILE;
    }
}
