package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.crypto.testing.TestAuthority;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
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

    @Test
    void revocationListsThatCannotBeUsedAreSaid() throws Exception {
        Path anchors = TestAuthority.root("Ours").writePem(home.resolve("anchors.pem"));
        Path empty = Files.writeString(home.resolve("empty"), "");
        Path forEver = list("for-ever", "SHA256withRSA", null);
        Path weak = list("weak", "SHA1withRSA", Duration.ofDays(1));
        Path large = Files.write(home.resolve("large"), new byte[2 * 1024 * 1024 + 1]);

        for (Path unusable : List.of(home.resolve("missing"), empty, anchors, forEver, weak, large)) {
            assertEquals("TLS_LISTS_UNREADABLE", subjectWith(unusable), unusable::toString);
        }
    }

    @Test
    void whoCannotReadTheRevocationListsTrustsNobody() {
        TestAuthority ours = TestAuthority.root("Ours");
        ours.writePem(home.resolve("anchors.pem"));
        HardenedTlsClient client = new HardenedTlsClient(home, "anchors.pem", "missing", Clock.systemUTC());

        assertEquals(
                Flaw.NO_ANCHORS,
                HandshakeTest.verdict(client, client.parameters(), ours.server().issue()));
    }

    @Test
    void currentRevocationListsAreReady() throws Exception {
        TestAuthority.root("Ours").writePem(home.resolve("anchors.pem"));

        assertEquals("TLS_READY", subjectWith(list("current", "SHA256withRSA", Duration.ofDays(1))));
        assertEquals("TLS_READY", subjectWith(list("pss", "SHA256withRSAandMGF1", Duration.ofDays(1))));
    }

    @Test
    void outdatedRevocationListIsSaid() throws Exception {
        TestAuthority.root("Ours").writePem(home.resolve("anchors.pem"));

        assertEquals("TLS_LIST_EXPIRED", subjectWith(list("old", "SHA256withRSA", Duration.ofMinutes(-1))));
    }

    private String subjectWith(Path lists) {
        return new HardenedTlsClient(home, "anchors.pem", lists.toString(), Clock.systemUTC())
                .status()
                .subject()
                .toString();
    }

    /** An empty one, made two days ago. */
    private Path list(String name, String signature, @Nullable Duration nextUpdate) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Instant now = Instant.now();
        X509v2CRLBuilder builder =
                new X509v2CRLBuilder(new X500Name("CN=Ours"), Date.from(now.minus(Duration.ofDays(2))));
        if (nextUpdate != null) {
            builder.setNextUpdate(Date.from(now.plus(nextUpdate)));
        }
        byte[] encoded = builder.build(new JcaContentSignerBuilder(signature)
                        .setProvider(new BouncyCastleProvider())
                        .build(generator.generateKeyPair().getPrivate()))
                .getEncoded();
        return Files.write(home.resolve(name), encoded);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySubjectHasItsText(Language language) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(HardenedTlsClient.class.getResourceAsStream("/" + language.file()))) {
            Texts texts = Texts.read(language, file);

            for (TlsReport.Subject subject : TlsReport.Subject.values()) {
                assertTrue(texts.byKey().containsKey("status." + subject), subject::name);
            }
        }
    }
}
