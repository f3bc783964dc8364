package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody has got at the files of an identity. */
class IdentityAttacksTest {
    @TempDir
    Path home;

    private Path identity;

    @BeforeEach
    void aHome() {
        identity = home.resolve("identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.key", "device.pub", "rsa.sealed", "signing.sealed"})
    void aFileThatIsGoneIsNeverMadeAnew(String file) throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        Files.delete(identity.resolve(file));

        assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));
        assertTrue(folder.isTaken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.key", "device.pub", "rsa.sealed", "signing.sealed"})
    void aFileOfAnotherDeviceIsRefused(String file) throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        MadeIdentity.ofAnotherDeviceIn(home.resolve("other"));
        Files.copy(
                home.resolve("other/identity").resolve(file),
                identity.resolve(file),
                StandardCopyOption.REPLACE_EXISTING);

        assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"device.key", "device.pub", "rsa.sealed", "signing.sealed"})
    void aFileThatWasCutOrChangedIsRefused(String file) throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        byte[] whole = Files.readAllBytes(identity.resolve(file));
        for (int at = 0; at < whole.length; at += 37) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Files.write(identity.resolve(file), changed);
            assertThrows(IOException.class, () -> folder.open(new FileProtector()), file + " at " + at);

            Files.write(identity.resolve(file), Arrays.copyOf(whole, at));
            assertThrows(IOException.class, () -> folder.open(new FileProtector()), file + " cut at " + at);
        }
    }

    @Test
    void sealedFilesThatChangedPlacesAreRefused() throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        Files.move(identity.resolve("rsa.sealed"), identity.resolve("x"));
        Files.move(identity.resolve("signing.sealed"), identity.resolve("rsa.sealed"));
        Files.move(identity.resolve("x"), identity.resolve("signing.sealed"));

        assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));
    }

    @Test
    void aLinkIsRefused() throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        Files.move(identity.resolve("signing.sealed"), home.resolve("elsewhere"));
        Files.createSymbolicLink(identity.resolve("signing.sealed"), home.resolve("elsewhere"));

        assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));
    }

    @Test
    void aKeyOfTheAttackersOwnOpensNothing() throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        Secret own = Secret.copyOf(new byte[32]);
        Files.write(
                identity.resolve("device.key"),
                KeyFile.of(ProtectorKind.FILE, new byte[32], own).toBytes());

        assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));
    }

    @Test
    void aHeaderThatNamesAWeakerProtectorIsRefused() throws Exception {
        IdentityFolder folder = protectedBy(new Renamed(ProtectorKind.TPM2, new FileProtector()));
        String text = Files.readString(identity.resolve("device.key"));
        Files.writeString(identity.resolve("device.key"), text.replace("protector tpm2", "protector file"));

        BrokenIdentityException broken =
                assertThrows(BrokenIdentityException.class, () -> folder.open(new FileProtector()));

        assertTrue(broken.getMessage().contains("was changed"), broken.getMessage());
    }

    @Test
    void aBlobOfATpmIsNoUnprotectedKey() throws Exception {
        MadeIdentity.in(home);
        byte[] blob = new byte[212];
        String text = "benchconnect-device-key 1\nprotector file\nblob "
                + Base64.getEncoder().encodeToString(blob) + "\ncheck " + "0".repeat(64) + "\n";
        Files.writeString(identity.resolve("device.key"), text);

        assertThrows(ProtectorException.Refused.class, () -> new IdentityFolder(home).open(new FileProtector()));
    }

    /** Not prevented, and said so: it is another device then, and the pin in the installation folder is not its. */
    @Test
    void aWholeIdentityOfTheAttackersOwnIsAnotherDevice() throws Exception {
        IdentityFolder folder = MadeIdentity.in(home);
        DevicePublicKey pinned = DevicePublicKey.read(identity.resolve(DevicePublicKey.FILE));
        MadeIdentity.ofAnotherDeviceIn(home.resolve("other"));
        for (String file : MadeIdentity.FILES) {
            Files.copy(
                    home.resolve("other/identity").resolve(file),
                    identity.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }

        OpenedKeys opened = folder.open(new FileProtector());

        assertNotEquals(pinned, DevicePublicKey.of(opened.publicKey()));
    }

    private IdentityFolder protectedBy(KeyProtector protector) throws IOException {
        IdentityFolder folder = new IdentityFolder(home);
        folder.make(protector).close();
        return folder;
    }

    /** Says that it is another one. */
    private record Renamed(ProtectorKind kind, KeyProtector real) implements KeyProtector {
        @Override
        public byte[] protect(Secret key) throws ProtectorException {
            return real.protect(key);
        }

        @Override
        public Secret unprotect(byte[] blob) throws ProtectorException {
            return real.unprotect(blob);
        }
    }
}
