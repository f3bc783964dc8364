package org.benchconnect.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeysTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path folder;

    private static Secret secret(String text) {
        return Secret.ofChars(text.toCharArray());
    }

    @ParameterizedTest
    @EnumSource(Scheme.class)
    void keyComesBackFromItsFile(Scheme scheme) throws Exception {
        SigningKeyPair pair = SigningKeys.generate(scheme);
        Path file = folder.resolve("key.p12");
        SigningKeys.storePkcs12(pair, file, secret("pass word~"), "root-1");

        SigningKeyPair read = SigningKeys.pkcs12(file, secret("pass word~"), "root-1");

        assertEquals(scheme, read.scheme());
        assertArrayEquals(pair.publicKey(), read.publicKey());
        assertTrue(pair.verificationKey().verifies(MESSAGE, read.sign(MESSAGE)));
    }

    @Test
    void wrongPasswordAliasAndFileAreSaid() throws IOException {
        Path file = folder.resolve("key.p12");
        SigningKeys.storePkcs12(SigningKeys.generate(Scheme.ED25519), file, secret("right"), "root-1");

        assertThrows(KeyUnavailableException.class, () -> SigningKeys.pkcs12(file, secret("wrong"), "root-1"));
        assertThrows(KeyUnavailableException.class, () -> SigningKeys.pkcs12(file, secret("right"), "root-2"));
        assertThrows(
                KeyUnavailableException.class,
                () -> SigningKeys.pkcs12(folder.resolve("none"), secret("right"), "root-1"));
    }

    @Test
    void passwordThatToolsEncodeInDifferentWaysIsRefused() {
        SigningKeyPair pair = SigningKeys.generate(Scheme.ED25519);
        Path file = folder.resolve("key.p12");

        assertThrows(
                IllegalArgumentException.class,
                () -> SigningKeys.storePkcs12(pair, file, secret("pässword"), "root-1"));
        assertFalse(Files.exists(file));
    }

    @Test
    void changedFileIsRefused() throws IOException {
        Path file = folder.resolve("key.p12");
        SigningKeys.storePkcs12(SigningKeys.generate(Scheme.ED25519), file, secret("right"), "root-1");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThrows(KeyUnavailableException.class, () -> SigningKeys.pkcs12(file, secret("right"), "root-1"));
    }

    @Test
    void fileIsForItsOwnerAloneAndNeverOverwritten() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system has no POSIX permissions");
        SigningKeyPair pair = SigningKeys.generate(Scheme.ED25519);
        Path file = folder.resolve("key.p12");

        SigningKeys.storePkcs12(pair, file, secret("right"), "root-1");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(
                FileAlreadyExistsException.class, () -> SigningKeys.storePkcs12(pair, file, secret("right"), "root-1"));
    }

    @Test
    void privateKeyIsNotInItsText() {
        SigningKeyPair pair = SigningKeys.generate(Scheme.ED25519);

        assertEquals("signing key of " + pair.verificationKey(), pair.toString());
        assertFalse(Arrays.equals(pair.publicKey(), pair.privateKey().getEncoded()));
    }

    @Test
    void opensslReadsTheFile() throws IOException, InterruptedException {
        assumeTrue(Tool.exists("openssl"), "openssl is not here");
        Path file = folder.resolve("key.p12");
        SigningKeys.storePkcs12(SigningKeys.generate(Scheme.ECDSA_SHA2_NISTP256), file, secret("right"), "root-1");

        String said = Tool.run(
                folder, "openssl", "pkcs12", "-in", file.toString(), "-passin", "pass:right", "-nodes", "-info");

        assertTrue(said.contains("BEGIN PRIVATE KEY"), said);
    }
}
