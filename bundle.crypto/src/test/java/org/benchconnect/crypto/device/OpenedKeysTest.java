package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.benchconnect.crypto.secret.SealBrokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opened keys do, and for whom. */
class OpenedKeysTest {
    @TempDir
    Path home;

    private OpenedKeys keys;

    @BeforeEach
    void anIdentity() throws Exception {
        keys = MadeIdentity.in(home).open(new FileProtector());
    }

    @Test
    void itSignsWithThePublishedKey() throws Exception {
        byte[] message = "a message".getBytes(StandardCharsets.US_ASCII);
        String pem = Files.readString(home.resolve("identity/device.pub"));
        byte[] encoded = Base64.getDecoder().decode(pem.lines().toList().get(1));
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update("benchconnect-signed-message 1\npurpose test\n".getBytes(StandardCharsets.US_ASCII));
        verifier.update(message);

        assertTrue(verifier.verify(keys.sign("test", message)));
    }

    @Test
    void whatIsEncryptedToItComesOut() throws Exception {
        byte[] key = new byte[32];
        key[3] = 7;

        assertArrayEquals(key, keys.unwrap(wrapped(key)).exposeBytes());
    }

    @Test
    void whatIsNotEncryptedToItIsRefused() throws Exception {
        byte[] wrapped = wrapped(new byte[32]);
        wrapped[100] ^= 1;

        assertThrows(WrongWrapException.class, () -> keys.unwrap(wrapped));
        assertThrows(WrongWrapException.class, () -> keys.unwrap(new byte[0]));
        assertThrows(WrongWrapException.class, () -> keys.unwrap(new byte[10_000]));
    }

    @Test
    void noPurposeOfAConsumerOpensTheIdentityItself() throws Exception {
        for (String name : List.of("signing.sealed", "rsa.sealed")) {
            byte[] sealed = Files.readAllBytes(home.resolve("identity").resolve(name));

            assertThrows(
                    SealBrokenException.class,
                    () -> keys.open(name, new ByteArrayInputStream(sealed), new ByteArrayOutputStream()));
        }
    }

    @Test
    void aStreamOfThisDeviceOpensHereOnly() throws Exception {
        OpenedKeys other = MadeIdentity.ofAnotherDeviceIn(home.resolve("other")).open(new FileProtector());
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        keys.seal("test", new ByteArrayInputStream(new byte[100]), sealed);

        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        keys.open("test", new ByteArrayInputStream(sealed.toByteArray()), plain);

        assertArrayEquals(new byte[100], plain.toByteArray());
        assertThrows(
                SealBrokenException.class,
                () -> other.open("test", new ByteArrayInputStream(sealed.toByteArray()), new ByteArrayOutputStream()));
    }

    @Test
    void itDoesNotPrintItsKeys() {
        assertEquals("device keys, protected by file", keys.toString());
    }

    private byte[] wrapped(byte[] key) throws Exception {
        RSAPublicKey to = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(keys.rsaPublicKey()));
        assertEquals(4096, to.getModulus().bitLength());
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                to,
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(key);
    }
}
