package org.benchconnect.engine.rfb.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {
    @TempDir
    private Path folder;

    private Path file(byte[] bytes, String permissions) throws Exception {
        Path file = Files.write(folder.resolve("authority"), bytes);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    private UserPrincipal self() throws Exception {
        return Files.getOwner(folder);
    }

    @Test
    void eachSessionHasACookieOfItsOwn() {
        assertDoesNotThrow(() -> Authority.require(Authority.fresh()));
        assertFalse(Arrays.equals(Authority.fresh(), Authority.fresh()));
    }

    @Test
    void ownFileWithACookieIsTaken() throws Exception {
        byte[] bytes = Authority.fresh();

        byte[] read = Authority.read(file(bytes, "rw-------"), self());

        assertArrayEquals(bytes, read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rwxrwxrwx"})
    void fileThatOthersReachMakesNoServersDisplay(String permissions) throws Exception {
        Path file = file(Authority.fresh(), permissions);

        assertThrows(DesktopException.class, () -> Authority.read(file, self()));
    }

    @Test
    void fileOfADisplayThatIsThereMayBeReadByAGroupButNotByAll() throws Exception {
        Path file = file(Authority.fresh(), "rw-r-----");
        assertEquals(Files.size(file), Authority.read(file, null).length);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThrows(DesktopException.class, () -> Authority.read(file, null));
    }

    @Test
    void fileWithoutACookieLetsEverybodyInAndIsRefused() throws Exception {
        Path file = file(new byte[0], "rw-------");

        assertThrows(DesktopException.class, () -> Authority.read(file, self()));
        assertThrows(DesktopException.class, () -> Authority.read(folder.resolve("none"), self()));
        assertThrows(DesktopException.class, () -> Authority.read(folder, self()));
    }

    @Test
    void brokenFileIsRefusedWhereverItEnds() {
        byte[] whole = Authority.fresh();

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(DesktopException.class, () -> Authority.require(part));
        }
        byte[] shortCookie = Arrays.copyOf(whole, whole.length - 1);
        shortCookie[shortCookie.length - 16] = 15;
        assertThrows(DesktopException.class, () -> Authority.require(shortCookie));
        assertThrows(DesktopException.class, () -> Authority.require(new byte[64 * 1024 + 1]));
    }
}
