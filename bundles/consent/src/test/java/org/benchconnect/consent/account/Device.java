package org.benchconnect.consent.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/** A device that seals, with a key of this test. */
final class Device implements DeviceIdentity {
    private final SealingKey key;

    Device(int number) {
        byte[] bytes = new byte[SealingKey.LENGTH];
        bytes[0] = (byte) number;
        key = new SealingKey(Secret.copyOf(bytes));
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) throws IOException {
        key.seal(purpose, plain, sealed);
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) throws IOException {
        key.open(purpose, sealed, plain);
    }

    @Override
    public byte[] publicKey() {
        throw new UnsupportedOperationException("this one only seals");
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        throw new UnsupportedOperationException("this one only seals");
    }

    @Override
    public byte[] signList(byte[] lines) {
        throw new UnsupportedOperationException("this one only seals");
    }

    @Override
    public byte[] rsaPublicKey() {
        throw new UnsupportedOperationException("this one only seals");
    }

    @Override
    public Secret unwrap(byte[] wrapped) {
        throw new UnsupportedOperationException("this one only seals");
    }

    @Override
    public ProtectorKind protector() {
        return ProtectorKind.FILE;
    }
}
