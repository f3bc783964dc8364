package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Argon2id;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseProtectorTest {
    private static final Secret KEY = Secret.copyOf(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });

    @TempDir
    Path home;

    private Path file;
    private PassphraseProtector protector;

    @BeforeEach
    void aHome() throws Exception {
        file = Files.createDirectory(home.resolve("run")).resolve("passphrase");
        protector = new PassphraseProtector(new Passphrases(Optional.empty(), home));
    }

    @Test
    void theRightPassphraseOpens() throws Exception {
        byte[] blob = protectedKey();
        give("correct horse battery");

        assertEquals(KEY, protector.unprotect(blob));
    }

    @Test
    void theFileOfThePersonIsGoneAfterItWasReadRightOrWrong() throws Exception {
        byte[] blob = protectedKey();
        assertTrue(Files.notExists(file));
        give("wrong horse battery");

        assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));
        assertTrue(Files.notExists(file));
    }

    @Test
    void aWrongPassphraseIsSaidToBeWrong() throws Exception {
        byte[] blob = protectedKey();
        give("correct horse batterY");

        assertTrue(assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob)).afterWrong);
    }

    @Test
    void withoutAPassphraseOneIsAskedFor() throws Exception {
        byte[] blob = protectedKey();

        assertFalse(
                assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob)).afterWrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "\nsecond line is long enough"})
    void aNewPassphraseHasTwelveCharacters(String passphrase) throws Exception {
        give(passphrase);

        assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.protect(KEY));
    }

    @Test
    void aFileThatOthersMayReadIsDeletedUnread() throws Exception {
        byte[] blob = protectedKey();
        give("correct horse battery");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        ProtectorException.PassphraseWanted wanted =
                assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));

        assertTrue(wanted.getMessage().contains("deleted unread"), wanted.getMessage());
        assertTrue(Files.notExists(file));
    }

    @Test
    void aPassphraseThatIsStillBeingTypedIsLeftAloneUntilItsLineEnds() throws Exception {
        byte[] blob = protectedKey();
        for (String soFar : List.of("", "correct", "correct horse battery")) {
            give(soFar);
            Files.writeString(file, soFar);

            ProtectorException.PassphraseWanted wanted =
                    assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));

            assertFalse(wanted.afterWrong);
            assertEquals(soFar, Files.readString(file));
        }
        Files.writeString(file, "\n", StandardOpenOption.APPEND);

        assertEquals(KEY, protector.unprotect(blob));
        assertTrue(Files.notExists(file));
    }

    @Test
    void aPassphraseThatOthersMayReadIsDeletedWhileItIsTyped() throws Exception {
        byte[] blob = protectedKey();
        give("any");
        Files.writeString(file, "correct horse");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));

        assertTrue(Files.notExists(file));
    }

    @Test
    void aLinkIsNoPassphrase() throws Exception {
        byte[] blob = protectedKey();
        Path elsewhere = Files.writeString(home.resolve("elsewhere"), "correct horse battery");
        Files.createSymbolicLink(file, elsewhere);

        assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));
        assertTrue(Files.exists(elsewhere));
    }

    @Test
    void aHugeFileIsNotRead() throws Exception {
        byte[] blob = protectedKey();
        give("correct horse battery".repeat(1000));

        assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(blob));
    }

    @Test
    void theServiceManagersCredentialComesFirstAndStays() throws Exception {
        Path credentials = Files.createDirectory(home.resolve("credentials"));
        Path credential = Files.writeString(credentials.resolve(Passphrases.CREDENTIAL), "a credential of the service");
        PassphraseProtector attended = new PassphraseProtector(new Passphrases(Optional.of(credentials), home));

        byte[] blob = attended.protect(KEY);

        assertEquals(KEY, attended.unprotect(blob));
        assertTrue(Files.exists(credential));
    }

    @Test
    void aChangedBlobIsRefused() throws Exception {
        byte[] blob = protectedKey();
        for (int at : new int[] {0, 16, 28, blob.length - 1}) {
            byte[] changed = blob.clone();
            changed[at] ^= 1;
            give("correct horse battery");

            assertThrows(ProtectorException.PassphraseWanted.class, () -> protector.unprotect(changed));
        }
        assertThrows(ProtectorException.Refused.class, () -> protector.unprotect(Arrays.copyOf(blob, blob.length - 1)));
    }

    /** Made with the reference implementation: argon2 salt16bytes-here -id -t 2 -k 19456 -p 1 -l 32. */
    @Test
    void theStretchingIsArgon2id() {
        Secret passphrase = Secret.ofChars("correct horse battery".toCharArray());

        byte[] key = Argon2id.stretch(passphrase, "salt16bytes-here".getBytes(StandardCharsets.US_ASCII));

        assertEquals(
                "1f250111b53993b1004b031aa2c5cee9e42dfb59853c9331d7097df2000e063d",
                HexFormat.of().formatHex(key));
    }

    private byte[] protectedKey() throws Exception {
        give("correct horse battery");
        return protector.protect(KEY);
    }

    private void give(String passphrase) throws Exception {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, passphrase + "\n");
    }
}
