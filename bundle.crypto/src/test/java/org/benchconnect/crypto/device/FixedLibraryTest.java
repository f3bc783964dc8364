package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedLibraryTest {
    @TempDir
    Path home;

    @Test
    void aLibraryOfTheSystemIsLoaded() throws Exception {
        SoftHsm.assumeInstalled();
        assumeTrue(Files.getAttribute(SoftHsm.LIBRARY, "unix:uid").equals(0), "the system is not root's here");

        assertEquals(SoftHsm.LIBRARY, FixedLibrary.require(SoftHsm.LIBRARY));
    }

    @Test
    void aLibraryThatTheAccountWroteIsNotLoaded() throws Exception {
        Path library = Files.writeString(home.resolve("evil.so"), "code");

        assertRefused("could be replaced", library);
    }

    @Test
    void aSettingThatNamesSuchALibraryMakesNoKeys() throws Exception {
        Path library = Files.writeString(home.resolve("evil.so"), "code");
        Protectors protectors = MadeIdentity.withLibrary(library, home);

        assertThrows(ProtectorException.Unavailable.class, protectors::forNewKeys);
        assertThrows(ProtectorException.Unavailable.class, () -> protectors.of(ProtectorKind.PKCS11));
    }

    /** The temporary folder is everybody's, whoever owns the file. */
    @Test
    void aLibraryOfRootInAFolderThatOthersWriteIsNotLoaded() throws Exception {
        Path folder = Path.of("/tmp");
        assumeTrue(Files.isDirectory(folder), "there is no /tmp");
        Path library = Files.createTempFile(folder, "library", ".so");
        try {
            assertRefused("/tmp", library);
        } finally {
            Files.delete(library);
        }
    }

    @Test
    void aLinkOfTheAccountToALibraryOfTheSystemIsNotLoaded() throws Exception {
        SoftHsm.assumeInstalled();

        assertRefused("could be replaced", Files.createSymbolicLink(home.resolve("library.so"), SoftHsm.LIBRARY));
    }

    @Test
    void whatIsNotThereIsAskedAgainLater() {
        assertRefused("not there", Path.of("/usr/lib/no-such-library.so"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "library.so",
                "/usr/lib/../lib/library.so",
                "/usr/lib/library.so\"\nlibrary = \"/home/evil.so",
                "/usr/lib/${user.home}/evil.so"
            })
    void aPathThatIsNotPlainIsNotLoaded(String path) {
        assertRefused("plain absolute path", Path.of(path));
    }

    @Test
    void aFolderIsNoLibrary() throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/usr"), "unix:uid").equals(0), "the system is not root's here");

        assertRefused("is no file", Path.of("/usr"));
    }

    private static void assertRefused(String why, Path library) {
        ProtectorException refused =
                assertThrows(ProtectorException.Unavailable.class, () -> FixedLibrary.require(library));

        assertTrue(refused.getMessage().contains(why), refused::getMessage);
    }
}
