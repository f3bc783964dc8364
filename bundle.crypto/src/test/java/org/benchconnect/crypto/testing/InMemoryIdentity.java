package org.benchconnect.crypto.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.device.ProtectorKind;
import org.benchconnect.crypto.device.WrongWrapException;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;

/**
 * A device of its own, whose keys are made on the spot and lie in memory only. It signs, seals and opens exactly as a real one does, and refuses
 * what a real one refuses. Only the RSA key, which takes a second, is made when somebody first asks for it. Any thread.
 */
public final class InMemoryIdentity implements DeviceIdentity {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RSA_BITS = 4096;
    private static final Pattern PURPOSE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern LIST = Pattern.compile("benchconnect-signed-list 1\nkind (generation|grants)\n"
            + "serial [1-9][0-9]{0,17}\nbase [0-9a-f]{64}\nlist [0-9a-f]{64}\n");
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final Ed25519PrivateKeyParameters signing = new Ed25519PrivateKeyParameters(RANDOM);
    private final SealingKey sealing;
    /** Made under the lock of this object. */
    private @Nullable KeyPair rsa;

    /** A device that nobody has seen before. */
    public InMemoryIdentity() {
        byte[] key = new byte[SealingKey.LENGTH];
        RANDOM.nextBytes(key);
        sealing = new SealingKey(Secret.copyOf(key));
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public byte[] publicKey() {
        return signing.generatePublicKey().getEncoded();
    }

    @Override
    public byte[] sign(String purpose, byte[] message) {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("no purpose: " + purpose);
        }
        return signed(
                ("benchconnect-signed-message 1\npurpose " + purpose + "\n").getBytes(StandardCharsets.US_ASCII),
                message);
    }

    @Override
    public byte[] signList(byte[] lines) {
        if (!LIST.matcher(new String(lines, StandardCharsets.ISO_8859_1)).matches()) {
            throw new IllegalArgumentException("these are not the lines of a list's signature");
        }
        return signed(lines);
    }

    private byte[] signed(byte[]... parts) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, signing);
        for (byte[] part : parts) {
            signer.update(part, 0, part.length);
        }
        return signer.generateSignature();
    }

    @Override
    public byte[] rsaPublicKey() {
        return rsa().getPublic().getEncoded();
    }

    @Override
    public Secret unwrap(byte[] wrapped) throws WrongWrapException {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.DECRYPT_MODE, rsa().getPrivate(), OAEP);
            return Secret.copyOf(cipher.doFinal(wrapped));
        } catch (GeneralSecurityException e) {
            throw new WrongWrapException();
        }
    }

    private synchronized KeyPair rsa() {
        KeyPair made = rsa;
        if (made == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                made = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has RSA", e);
            }
            rsa = made;
        }
        return made;
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
    public ProtectorKind protector() {
        return ProtectorKind.FILE;
    }
}
