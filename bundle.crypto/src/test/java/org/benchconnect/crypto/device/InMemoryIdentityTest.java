package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.secret.SealBrokenException;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

/** The identity that other modules test with does what a real one does. */
class InMemoryIdentityTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final byte[] LINES = ("benchconnect-signed-list 1\nkind grants\nserial 7\nbase " + "0".repeat(64)
                    + "\nlist " + "f".repeat(64) + "\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final InMemoryIdentity identity = new InMemoryIdentity();

    @Test
    void itSignsMessagesInTheFormOfARealOne() {
        assertSigned(SigningForm.message("test", MESSAGE), identity.sign("test", MESSAGE));
    }

    @Test
    void itSignsListsInTheFormOfARealOneAndNothingElse() {
        byte[] more = (new String(LINES, StandardCharsets.US_ASCII) + "more\n").getBytes(StandardCharsets.US_ASCII);

        assertSigned(SigningForm.list(LINES), identity.signList(LINES));
        assertThrows(IllegalArgumentException.class, () -> identity.signList(more));
        assertThrows(IllegalArgumentException.class, () -> identity.signList(MESSAGE));
        assertThrows(IllegalArgumentException.class, () -> identity.sign("No purpose", MESSAGE));
    }

    @Test
    void whatItSealsOpensHereOnlyAndForItsPurpose() throws Exception {
        byte[] sealed = sealed();

        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        identity.open("test", new ByteArrayInputStream(sealed), plain);

        assertArrayEquals(MESSAGE, plain.toByteArray());
        assertThrows(SealBrokenException.class, () -> open(identity, "other", sealed));
        assertThrows(SealBrokenException.class, () -> open(new InMemoryIdentity(), "test", sealed));
    }

    @Test
    void whatIsEncryptedToItComesOutAndTheRestIsRefused() throws Exception {
        RSAPublicKey key = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(identity.rsaPublicKey()));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                key,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));

        byte[] wrapped = cipher.doFinal(MESSAGE);

        assertEquals(OpenedKeys.RSA_BITS, key.getModulus().bitLength());
        assertArrayEquals(MESSAGE, identity.unwrap(wrapped).exposeBytes());
        assertThrows(WrongWrapException.class, () -> identity.unwrap(MESSAGE));
    }

    private void assertSigned(byte[] signed, byte[] signature) {
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(identity.publicKey(), 0));
        verifier.update(signed, 0, signed.length);

        assertTrue(verifier.verifySignature(signature));
    }

    private byte[] sealed() throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        identity.seal("test", new ByteArrayInputStream(MESSAGE), sealed);
        return sealed.toByteArray();
    }

    private static void open(InMemoryIdentity by, String purpose, byte[] sealed) throws Exception {
        by.open(purpose, new ByteArrayInputStream(sealed), new ByteArrayOutputStream());
    }
}
