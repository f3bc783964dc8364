package org.benchconnect.crypto.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What it issues is what verifiers want. */
class SmallAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofDays(90));

    private final SmallAuthority authority = SmallAuthority.create("Desk of a test", NOW);

    @Test
    void aSupportersCertificateLeadsToTheAuthorityAndIsForClients() throws Exception {
        KeyAndChain issued = authority.supporter("Ada Example", "Example Service", NOW, UNTIL);
        X509Certificate own = issued.chain().get(0);

        verify(issued);

        assertEquals(
                "CN=Ada Example,O=Example Service",
                own.getSubjectX500Principal().getName());
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), own.getExtendedKeyUsage());
        assertEquals(-1, own.getBasicConstraints());
        assertTrue(own.getKeyUsage()[0]);
        assertFalse(own.getKeyUsage()[5]);
    }

    @Test
    void aServersCertificateNamesItsHosts() throws Exception {
        KeyAndChain issued = authority.server(List.of("desk.example", "127.0.0.1"), NOW, UNTIL);
        X509Certificate own = issued.chain().get(0);

        verify(issued);

        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), own.getExtendedKeyUsage());
        assertEquals(
                Set.of("desk.example", "127.0.0.1"),
                Set.copyOf(own.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1))
                        .toList()));
    }

    @Test
    void anAuthorityFromItsFilesIssuesTheSame() throws Exception {
        SmallAuthority read =
                SmallAuthority.of(authority.own().chainPem(), authority.own().secretKeyPem());

        verify(read.supporter("Ada Example", "Example Service", NOW, UNTIL));
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() {
        SmallAuthority other = SmallAuthority.create("Another", NOW);
        KeyAndChain server = authority.server(List.of("desk.example"), NOW, UNTIL);

        assertThrows(
                IllegalArgumentException.class,
                () -> SmallAuthority.of(authority.own().chainPem(), other.own().secretKeyPem()));
        assertThrows(IllegalArgumentException.class, () -> SmallAuthority.of(server.chainPem(), server.secretKeyPem()));
        assertThrows(IllegalArgumentException.class, () -> SmallAuthority.of(new byte[0], new byte[0]));
    }

    @Test
    void aKeyDoesNotPrintItself() {
        assertEquals("a key and its certificate", authority.own().toString());
    }

    private void verify(KeyAndChain issued) throws Exception {
        CertPath path = CertificateFactory.getInstance("X.509")
                .generateCertPath(issued.chain().subList(0, 1));
        PKIXParameters parameters = new PKIXParameters(
                Set.of(new TrustAnchor(authority.own().chain().get(0), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW.plus(Duration.ofDays(1))));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
