package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity is made once, whole or not at all, and opens again. */
class IdentityFolderTest {
    @TempDir
    Path home;

    @Test
    void itOpensAgainWithTheSameKeys() throws Exception {
        IdentityFolder folder = new IdentityFolder(home);
        Files.createDirectory(home.resolve("identity"));

        OpenedKeys made = folder.make(new FileProtector());
        OpenedKeys opened = folder.open(new FileProtector());

        assertArrayEquals(made.publicKey(), opened.publicKey());
        assertArrayEquals(made.rsaPublicKey(), opened.rsaPublicKey());
        assertEquals(ProtectorKind.FILE, opened.protector());
    }

    @Test
    void onlyThisAccountReadsIt() throws Exception {
        new IdentityFolder(home).make(new FileProtector());

        Path folder = home.resolve("identity");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        for (String file : MadeIdentity.FILES) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))));
        }
        assertEquals(List.of("identity"), names(home));
        assertEquals(MadeIdentity.FILES, names(folder));
    }

    @Test
    void twoDevicesHaveDifferentKeys() throws Exception {
        OpenedKeys one = MadeIdentity.in(home.resolve("one")).open(new FileProtector());
        OpenedKeys other = MadeIdentity.ofAnotherDeviceIn(home.resolve("other")).open(new FileProtector());

        assertFalse(Arrays.equals(one.publicKey(), other.publicKey()));
        assertFalse(Arrays.equals(one.rsaPublicKey(), other.rsaPublicKey()));
    }

    @Test
    void itIsNeverMadeOverAnother() throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        byte[] before = Files.readAllBytes(home.resolve("identity/device.key"));

        assertThrows(DirectoryNotEmptyException.class, () -> folder.make(new FileProtector()));

        assertArrayEquals(before, Files.readAllBytes(home.resolve("identity/device.key")));
        assertEquals(List.of("identity"), names(home));
    }

    @Test
    void aProtectorThatFailsLeavesNothing() {
        IdentityFolder folder = new IdentityFolder(home);
        KeyProtector failing = new Tpm2Protector(Tpm2Commands.at(home.resolve("no-tpm"), home));

        assertThrows(ProtectorException.class, () -> folder.make(failing));

        assertEquals(List.of(), names(home));
    }

    @Test
    void aProtectorThatGivesBackAnotherKeyIsNotTrusted() {
        IdentityFolder folder = new IdentityFolder(home);
        KeyProtector forgetful = new KeyProtector() {
            @Override
            public ProtectorKind kind() {
                return ProtectorKind.TPM2;
            }

            @Override
            public byte[] protect(Secret key) {
                return new byte[] {1};
            }

            @Override
            public Secret unprotect(byte[] blob) {
                return Secret.copyOf(new byte[32]);
            }
        };

        assertThrows(IOException.class, () -> folder.make(forgetful));

        assertEquals(List.of(), names(home));
    }

    @Test
    void atAnyStepOfTheMakingThereIsNothingAndTheNextAttemptMakesAll() throws Exception {
        MadeIdentity.in(home.resolve("whole"));
        Path fresh = Files.createDirectory(home.resolve("identity.new"));
        for (String file : List.of("signing.sealed", "rsa.sealed", "device.pub", "device.key")) {
            byte[] whole = Files.readAllBytes(home.resolve("whole/identity").resolve(file));
            Files.write(fresh.resolve(file), Arrays.copyOf(whole, whole.length / 2));
            assertFalse(new IdentityFolder(home).isTaken());

            Files.write(fresh.resolve(file), whole);
            assertFalse(new IdentityFolder(home).isTaken());
        }

        OpenedKeys made = new IdentityFolder(home).make(new FileProtector());

        assertArrayEquals(
                made.publicKey(),
                new IdentityFolder(home).open(new FileProtector()).publicKey());
        assertTrue(Files.notExists(fresh));
    }

    @Test
    void aThreadThatIsToldToEndPutsNothingInPlace() {
        Thread.currentThread().interrupt();

        assertThrows(IOException.class, () -> new IdentityFolder(home).make(new FileProtector()));

        Thread.interrupted();
        assertEquals(List.of(), names(home));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
