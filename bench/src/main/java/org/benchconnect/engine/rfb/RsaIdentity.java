package org.benchconnect.engine.rfb;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.secret.Secret;

/** A PC whose RSA key lies in memory: of an identity an engine uses nothing else. */
final class RsaIdentity implements DeviceIdentity {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final KeyPair pair;

    RsaIdentity(KeyPair pair) {
        this.pair = pair;
    }

    @Override
    public byte[] rsaPublicKey() {
        return pair.getPublic().getEncoded();
    }

    @Override
    public Secret unwrap(byte[] wrapped) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), OAEP);
            return Secret.copyOf(cipher.doFinal(wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the viewer wrapped it otherwise", e);
        }
    }

    @Override
    public byte[] publicKey() {
        throw unused();
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        throw unused();
    }

    @Override
    public byte[] signList(byte[] lines) {
        throw unused();
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) {
        throw unused();
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) {
        throw unused();
    }

    @Override
    public ProtectorKind protector() {
        throw unused();
    }

    private static IllegalStateException unused() {
        return new IllegalStateException("an engine uses the RSA key alone");
    }
}
