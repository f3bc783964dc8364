package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmOptionsTest {
    private static final JvmOptions OPTIONS =
            new JvmOptions(List.of("-XX:+UseSerialGC", "-Dfelix.extensions.disable=true"));

    @Test
    void commentsAndBlankLinesAreNoOptionsAndTheSecuritySettingsAreOne(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("jvm.options"), "# why\n\n -Xmx96m \n");

        List<String> options = JvmOptions.read(new Installation(folder)).options();

        assertEquals(List.of("-Xmx96m", "-Djava.security.properties=" + folder.resolve("java.security")), options);
    }

    @Test
    void theInstalledOptionsAndThePlaceOfTheInstallationAreAccepted() {
        assertDoesNotThrow(() -> OPTIONS.refuseUnless(
                List.of("-XX:+UseSerialGC", "-Dfelix.extensions.disable=true", "-Dorg.benchconnect.installation=x")));
    }

    @Test
    void aMissingOptionIsNamed() {
        StartRefusedException refused =
                assertThrows(StartRefusedException.class, () -> OPTIONS.refuseUnless(List.of("-XX:+UseSerialGC")));

        assertTrue(refused.getMessage().contains("missing: -Dfelix.extensions.disable=true"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx4g",
                "-XX:-DisableAttachMechanism",
                "-javaagent:spy.jar",
                "-agentlib:jdwp=transport=dt_socket",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--patch-module=java.base=x",
                "-Dcom.sun.management.jmxremote",
                "-Dfelix.extensions.disable=false",
                "--add-exports=java.base/sun.security.x509=ALL-UNNAMED",
                "--upgrade-module-path=x",
                "-Djava.security.properties==x",
                "-Djava.system.class.loader=x"
            })
    void anOptionThatCouldUndoThemIsRefused(String option) {
        assertThrows(
                StartRefusedException.class,
                () -> OPTIONS.refuseUnless(List.of("-XX:+UseSerialGC", "-Dfelix.extensions.disable=true", option)));
    }
}
