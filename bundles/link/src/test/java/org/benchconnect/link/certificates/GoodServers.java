package org.benchconnect.link.certificates;

import static org.benchconnect.link.certificates.Case.ONLINE;

import java.time.Duration;
import java.util.stream.Stream;

/** Nothing is wrong with these. */
final class GoodServers {
    private GoodServers() {}

    static Stream<Case> of(Authority root, Authority below) {
        Authority deepest = below.below("Deepest").authority();
        return Stream.of(
                Case.of("RSA 2048", ONLINE, root.server().keys(Keys.rsa(2048))),
                Case.of("RSA 4096", ONLINE, root.server().keys(Keys.rsa(4096))),
                Case.of("RSA key signed with PSS", ONLINE, below.server().signature("SHA256withRSAandMGF1")),
                Case.of("P-256", ONLINE, root.server().keys(Keys.ec("P-256"))),
                Case.of("P-384", ONLINE, root.server().keys(Keys.ec("P-384"))),
                Case.of("P-521", ONLINE, root.server().keys(Keys.ec("P-521"))),
                Case.of("Ed25519", ONLINE, root.server().keys(Keys.ed25519())),
                Case.of("one authority between", ONLINE, below.server()),
                Case.of("two authorities between", ONLINE, deepest.server()),
                Case.of(
                        "root sent too",
                        ONLINE,
                        below.server().server().sending(root.chain().get(0))),
                Case.of("wildcard for one label", ONLINE, root.server().host("*.lab.example")),
                Case.of("valid for ten years", ONLINE, root.server().valid(Duration.ofDays(-2), Duration.ofDays(3652))),
                Case.of("named by its IP address", ONLINE, root.server().address("127.0.0.1"))
                        .at("127.0.0.1"),
                Case.of("TLS 1.3 only", ONLINE, below.server()).tls("MinProtocol = TLSv1.3"),
                Case.of("TLS 1.3 with ChaCha20 only", ONLINE, below.server())
                        .tls("MinProtocol = TLSv1.3", "Ciphersuites = TLS_CHACHA20_POLY1305_SHA256"),
                Case.of(
                                "TLS 1.2 with ECDHE and GCM only",
                                ONLINE,
                                below.server().keys(Keys.rsa(2048)))
                        .tls("MaxProtocol = TLSv1.2", "CipherString = ECDHE-RSA-AES256-GCM-SHA384"),
                Case.of("TLS 1.2 with P-384 only", ONLINE, below.server())
                        .tls("MaxProtocol = TLSv1.2", "Groups = P-384:P-256"));
    }
}
