package org.benchconnect.link.certificates;

import java.time.Duration;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Something is wrong with the server's own certificate. */
final class BadCertificates {
    private BadCertificates() {}

    static Stream<Case> of(Authority root, Authority below) {
        return Stream.of(times(below), names(root), purposes(root), keys(root), signatures(root), rest(root))
                .flatMap(group -> group);
    }

    private static Stream<Case> times(Authority below) {
        return Stream.of(
                Case.of("expired", "EXPIRED", below.server().valid(Duration.ofDays(-2), Duration.ofHours(-1))),
                Case.of(
                        "not yet valid",
                        "NOT_YET_VALID",
                        below.server().valid(Duration.ofHours(1), Duration.ofDays(5))));
    }

    private static Stream<Case> names(Authority root) {
        return Stream.of(
                Case.of("another host", "WRONG_HOST", root.server().host("other.lab.example")),
                Case.of("host below the one named", "WRONG_HOST", root.server().host("lab.example")),
                Case.of(
                        "host as CN, and only an IP address beside it",
                        "NO_ALTERNATIVE_NAME",
                        root.server().address("127.0.0.1")),
                Case.of(
                                "IP address instead of the name",
                                "WRONG_HOST",
                                root.server().address("127.0.0.1"))
                        .at("other.example"),
                Case.of("another IP address", "WRONG_HOST", root.server().address("127.0.0.2"))
                        .at("127.0.0.1"),
                Case.of(
                                "IP address written as a name",
                                "WRONG_HOST",
                                root.server().host("127.0.0.1"))
                        .at("127.0.0.1"),
                Case.of("host as CN alone", "NO_ALTERNATIVE_NAME", root.server().withoutNames()),
                Case.of(
                        "right CN, but another alternative name",
                        "WRONG_HOST",
                        root.server().host("other.example")),
                Case.of("wildcard over two labels", "WRONG_HOST", root.server().host("*.lab.example"))
                        .at("a.broker.lab.example"),
                Case.of(
                        "wildcard for the domain itself",
                        "WRONG_HOST",
                        root.server().host("*.broker.lab.example")),
                Case.of(
                                "wildcard for all of a top level",
                                "WILD_NAME",
                                root.server().host("*.example"))
                        .at("broker.example"),
                Case.of("wildcard for everything", "WRONG_HOST", root.server().host("*")),
                Case.of("wildcard in two labels", "WILD_NAME", root.server().host("*.*.example")),
                Case.of(
                        "wildcard in the second label",
                        "WILD_NAME",
                        root.server().host("broker.*.example")),
                Case.of(
                        "wildcard for a part of a label",
                        "WILD_NAME",
                        root.server().host("br*.lab.example")),
                Case.of(
                        "right name beside a wildcard that is too wide",
                        "WILD_NAME",
                        root.server().host(Draft.HOST, "*.example")));
    }

    private static Stream<Case> purposes(Authority root) {
        return Stream.of(
                Case.of("for clients", "WRONG_PURPOSE", root.server().purposes(KeyPurposeId.id_kp_clientAuth)),
                Case.of("for any purpose", "WRONG_PURPOSE", root.server().purposes(KeyPurposeId.anyExtendedKeyUsage)),
                Case.of("for code signing", "WRONG_PURPOSE", root.server().purposes(KeyPurposeId.id_kp_codeSigning)),
                Case.of("for no stated purpose", "WRONG_PURPOSE", root.server().purposes()),
                Case.of("its key may not sign", "WRONG_PURPOSE", root.server().usage(KeyUsage.cRLSign)));
    }

    private static Stream<Case> keys(Authority root) {
        return Stream.of(
                Case.of("RSA 1024", "WEAK_KEY", root.server().keys(Keys.rsa(1024))),
                Case.of("RSA 1024 at TLS 1.2", "WEAK_KEY", root.server().keys(Keys.rsa(1024)))
                        .tls(Case.CARELESS, "MaxProtocol = TLSv1.2"),
                // The agent offers no such curve, and no DSA: a server that has nothing else finds nothing in common.
                Case.of("EC on P-192", Case.NO_SAFE_TLS, root.server().keys(Keys.ec("P-192"))),
                Case.of("EC on P-224", Case.NO_SAFE_TLS, root.server().keys(Keys.ec("P-224"))),
                Case.of("EC on secp256k1", Case.NO_SAFE_TLS, root.server().keys(Keys.ec("secp256k1"))),
                Case.of("DSA", Case.NO_SAFE_TLS, root.server().keys(Keys.dsa())));
    }

    /** The agent offers to take none of these, so that the server does not even send it; one that does is refused too. */
    private static Stream<Case> signatures(Authority root) {
        return Stream.of(
                Case.of("signed with SHA-1", Case.NO_SAFE_TLS, root.server().signature("SHA1withRSA")),
                Case.of(
                                "signed with SHA-1 at TLS 1.2",
                                Case.NO_SAFE_TLS,
                                root.server().keys(Keys.rsa(2048)).signature("SHA1withRSA"))
                        .tls(Case.CARELESS, "MaxProtocol = TLSv1.2"),
                Case.of(
                        "signed with PSS over SHA-1",
                        Case.NO_SAFE_TLS,
                        root.server().signature("SHA1withRSAandMGF1")),
                Case.of("signed with MD5", Case.NO_SAFE_TLS, root.server().signature("MD5withRSA")));
    }

    private static Stream<Case> rest(Authority root) {
        return Stream.of(
                Case.of(
                        "unknown critical extension",
                        "UNKNOWN_EXTENSION",
                        root.server().unknownCriticalExtension()),
                Case.of(
                        "version 1, without any extension",
                        "WRONG_PURPOSE",
                        root.server().version1()),
                Case.of(
                        "an authority's own certificate",
                        "WRONG_PURPOSE",
                        root.server().constraints(new BasicConstraints(true)).usage(KeyUsage.keyCertSign)));
    }
}
