package org.benchconnect.engine.rfb;

import java.io.InputStream;
import java.io.OutputStream;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.device.WrongWrapException;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.engine.rfb.channel.Golden;

/** A PC with the golden RSA key. */
final class OneIdentity implements DeviceIdentity {
    @Override
    public byte[] publicKey() {
        throw new AssertionError("not used");
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        throw new AssertionError("not used");
    }

    @Override
    public byte[] signList(byte[] lines) {
        throw new AssertionError("not used");
    }

    @Override
    public byte[] rsaPublicKey() {
        return Golden.RSA_PUBLIC;
    }

    @Override
    public Secret unwrap(byte[] wrapped) throws WrongWrapException {
        return Golden.RSA.unwrap(wrapped);
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) {
        throw new AssertionError("not used");
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) {
        throw new AssertionError("not used");
    }

    @Override
    public ProtectorKind protector() {
        throw new AssertionError("not used");
    }
}
