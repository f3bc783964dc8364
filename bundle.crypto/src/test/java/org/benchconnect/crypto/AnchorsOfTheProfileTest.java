package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorsOfTheProfileTest {
    @TempDir
    Path installation;

    @Test
    void anchorsOfTheProfileLieInTheInstallation() throws IOException {
        Path folder = Files.createDirectories(installation.resolve("profiles"));
        TestAuthority.root("Vendor").writePem(folder.resolve("roots.pem"));

        String file = HardenedTlsClient.located(" profile:roots.pem ", installation.toString());

        assertEquals(
                "TLS_READY",
                new HardenedTlsClient(Path.of(""), file, Clock.systemUTC())
                        .status()
                        .subject()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile:../roots.pem",
                "profile:/etc/roots.pem",
                "profile:",
                "profile:Roots.pem",
                "profile:roots.txt"
            })
    void nameThatCouldLeaveTheFolderIsNoFileAndTrustsNobody(String setting) {
        String file = HardenedTlsClient.located(setting, installation.toString());

        assertEquals(
                "TLS_ANCHORS_UNREADABLE",
                new HardenedTlsClient(installation, file, Clock.systemUTC())
                        .status()
                        .subject()
                        .toString());
    }

    @Test
    void anchorsOfAProfileWithoutAnInstallationAreNone() {
        assertEquals("profile:roots.pem", HardenedTlsClient.located("profile:roots.pem", null));
    }
}
