package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorFileTest {
    @TempDir
    Path home;

    private FloorFile file() {
        return new FloorFile(home);
    }

    private Path path() {
        return home.resolve("trust/security-floors");
    }

    @Test
    void aFloorIsRememberedForItsFeature() throws Exception {
        file().raise("a", 5);
        file().raise("b", 7);

        assertEquals(5, file().read().of("a"));
        assertEquals(7, file().read().of("b"));
        assertEquals(0, file().read().of("c"));
    }

    @Test
    void aFloorNeverFalls() throws Exception {
        file().raise("a", 5);
        file().raise("a", 4);
        file().raise("a", 0);

        assertEquals(5, file().read().of("a"));
    }

    @Test
    void aFloorOfZeroIsNoneAndWritesNothing() throws Exception {
        file().raise("a", 0);

        assertEquals(false, Files.exists(path()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5  a", "x\n", "5 a\n", "0  a\n", "-5  a\n", "5  a\n6  a\n", "05  a\n", "5  a\r\n", "\n"})
    void afterSomebodyElseChangedThemNothingIsAccepted(String text) throws Exception {
        Files.createDirectories(path().getParent());
        Files.writeString(path(), text);

        assertEquals(
                RefusedFor.OLDER_RELEASE,
                assertThrows(FeatureRefusedException.class, () -> file().read()).reason());
        assertThrows(FeatureRefusedException.class, () -> file().raise("a", 9));
        assertEquals(text, Files.readString(path()));
    }

    @Test
    void aTornFileOfACrashBesideItDoesNotMatter() throws Exception {
        file().raise("a", 5);
        Files.writeString(home.resolve("trust/security-floors.tmp"), "6  ");

        file().raise("a", 6);

        assertEquals("6  a\n", Files.readString(path(), StandardCharsets.US_ASCII));
    }
}
