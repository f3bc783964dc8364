package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardenedTlsClientTest {
    @TempDir
    Path home;

    @Test
    void tellsHowManyAnchorsThereAreAndWhenTheFirstExpires() {
        TestAuthority.root("Ours").writePem(home.resolve("anchors.pem"));

        Status status = new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC()).status();

        assertEquals("TLS_READY", status.subject().toString());
        assertEquals("ANCHORS=n1;EXPIRY_DAYS=n9", status.facts().encode());
    }

    @Test
    void tellsThatAnAnchorHasExpired() {
        TestAuthority.root("Ours").writePem(home.resolve("anchors.pem"));
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(30)), ZoneOffset.UTC);

        Status status = new HardenedTlsClient(home, "anchors.pem", later).status();

        assertEquals("TLS_ANCHOR_EXPIRED", status.subject().toString());
    }

    @Test
    void emptySettingTrustsNobodyAndSaysSo() {
        assertEquals(
                "TLS_NO_ANCHORS",
                new HardenedTlsClient(home, " ", Clock.systemUTC())
                        .status()
                        .subject()
                        .toString());
    }

    @Test
    void missingFileTrustsNobodyAndSaysSo() {
        assertEquals(
                "TLS_ANCHORS_UNREADABLE",
                new HardenedTlsClient(home, "nothing.pem", Clock.systemUTC())
                        .status()
                        .subject()
                        .toString());
    }

    @Test
    void fileWithoutCertificateTrustsNobodyAndSaysSo() throws IOException {
        Files.writeString(
                home.resolve("anchors.pem"), "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----\n");

        assertEquals(
                "TLS_ANCHORS_UNREADABLE",
                new HardenedTlsClient(home, "anchors.pem", Clock.systemUTC())
                        .status()
                        .subject()
                        .toString());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectHasItsText(Language language) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HardenedTlsClient.class.getResourceAsStream("/" + language.file()))) {
            Texts texts = Texts.read(language, file);

            for (HardenedTlsClient.Subject subject : HardenedTlsClient.Subject.values()) {
                assertTrue(texts.byKey().containsKey("status." + subject), subject::name);
            }
        }
    }
}
