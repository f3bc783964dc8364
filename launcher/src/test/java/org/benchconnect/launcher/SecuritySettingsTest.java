package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuritySettingsTest {
    @Test
    void aFileIsReadAsJavaReadsIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("java.security"), "# why\nocsp.enable=false\na=b, \\\n    c\n");

        assertEquals(
                Map.of("ocsp.enable", "false", "a", "b, c"),
                SecuritySettings.read(file).settings());
    }

    @Test
    void aRuntimeThatHasThemIsAccepted() {
        SecuritySettings settings =
                new SecuritySettings(Map.of("keystore.type", Security.getProperty("keystore.type")));

        assertDoesNotThrow(settings::assertInForce);
    }

    @Test
    void aRuntimeThatIgnoresThemIsRefusedByName() {
        SecuritySettings settings = new SecuritySettings(Map.of("jdk.tls.disabledAlgorithms", "everything"));

        StartRefusedException refused = assertThrows(StartRefusedException.class, settings::assertInForce);

        assertTrue(refused.getMessage().contains("jdk.tls.disabledAlgorithms"));
    }
}
