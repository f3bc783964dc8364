package org.benchconnect.upgrade.generation;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.launcher.list.DeviceKey;

/** A device that signs lists, with a key of its own. */
final class TestIdentity implements DeviceIdentity {
    private final KeyPair keys;

    TestIdentity() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an administrator pins. */
    DeviceKey key() {
        return DeviceKey.of(publicKey());
    }

    @Override
    public byte[] publicKey() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }

    @Override
    public byte[] signList(byte[] lines) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(lines);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        throw new AssertionError("only lists are signed here");
    }

    @Override
    public byte[] rsaPublicKey() {
        throw new AssertionError("only lists are signed here");
    }

    @Override
    public Secret unwrap(byte[] wrapped) {
        throw new AssertionError("only lists are signed here");
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) {
        throw new AssertionError("only lists are signed here");
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) {
        throw new AssertionError("only lists are signed here");
    }

    @Override
    public ProtectorKind protector() {
        throw new AssertionError("only lists are signed here");
    }
}
