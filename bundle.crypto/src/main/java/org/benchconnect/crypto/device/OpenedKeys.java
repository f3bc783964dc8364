package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** The keys in memory. What consumers seal and what the identity itself is sealed with are different keys, so no purpose reaches over. */
final class OpenedKeys implements DeviceIdentity, AutoCloseable {
    static final int RSA_BITS = 4096;

    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final ProtectorKind protector;
    private final SealingKey streams;
    private final Ed25519PrivateKeyParameters signing;
    private final RSAPrivateCrtKey rsa;
    private final byte[] rsaPublic;

    private OpenedKeys(
            ProtectorKind protector,
            SealingKey streams,
            Ed25519PrivateKeyParameters signing,
            RSAPrivateCrtKey rsa,
            byte[] rsaPublic) {
        this.protector = protector;
        this.streams = streams;
        this.signing = signing;
        this.rsa = rsa;
        this.rsaPublic = rsaPublic;
    }

    /**
     * From what was just made or opened.
     *
     * @param seed of the Ed25519 key, 32 bytes
     * @param rsa PKCS#8, RSA-4096
     */
    static OpenedKeys of(ProtectorKind protector, Secret deviceKey, Secret seed, Secret rsa)
            throws BrokenIdentityException {
        byte[] pkcs8 = rsa.exposeBytes();
        byte[] signing = seed.exposeBytes();
        try (Secret streams = derived(deviceKey, "streams")) {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            if (!(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof RSAPrivateCrtKey key)
                    || key.getModulus().bitLength() != RSA_BITS
                    || signing.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
                throw new BrokenIdentityException("the sealed keys are not of the kind that this device makes");
            }
            byte[] rsaPublic = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            return new OpenedKeys(
                    protector, new SealingKey(streams), new Ed25519PrivateKeyParameters(signing, 0), key, rsaPublic);
        } catch (GeneralSecurityException e) {
            throw new BrokenIdentityException("the sealed keys are not of the kind that this device makes", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
            Arrays.fill(signing, (byte) 0);
        }
    }

    /** What the files of the identity are sealed with. */
    static SealingKey identitySeal(Secret deviceKey) {
        try (Secret key = derived(deviceKey, "identity")) {
            return new SealingKey(key);
        }
    }

    private static Secret derived(Secret deviceKey, String use) {
        byte[] info = ("benchconnect device key " + use + " 1").getBytes(StandardCharsets.US_ASCII);
        return Hkdf.sha256(deviceKey, new byte[0], info, SealingKey.LENGTH);
    }

    @Override
    public byte[] publicKey() {
        return signing.generatePublicKey().getEncoded();
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        return signed(SigningForm.message(purpose, message));
    }

    @Override
    public byte[] signList(byte[] lines) {
        return signed(SigningForm.list(lines));
    }

    private byte[] signed(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, signing);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    @Override
    public byte[] rsaPublicKey() {
        return rsaPublic.clone();
    }

    @Override
    public Secret unwrap(byte[] wrapped) throws WrongWrapException {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, rsa, OAEP);
            byte[] plain = cipher.doFinal(wrapped);
            Secret secret = Secret.copyOf(plain);
            Arrays.fill(plain, (byte) 0);
            return secret;
        } catch (GeneralSecurityException e) {
            throw new WrongWrapException(); // one answer for all, without a cause: why would tell an attacker too much
        }
    }

    @Override
    public void seal(String purpose, InputStream plain, OutputStream sealed) throws IOException {
        streams.seal(purpose, plain, sealed);
    }

    @Override
    public void open(String purpose, InputStream sealed, OutputStream plain) throws IOException {
        streams.open(purpose, sealed, plain);
    }

    @Override
    public ProtectorKind protector() {
        return protector;
    }

    /** Wipes what can be wiped: the sealing key. The others live in objects of libraries until the collector takes them. */
    @Override
    public void close() {
        streams.close();
    }

    @Override
    public String toString() {
        return "device keys, protected by " + protector.word();
    }
}
