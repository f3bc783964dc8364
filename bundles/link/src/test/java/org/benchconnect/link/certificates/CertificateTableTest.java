package org.benchconnect.link.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.link.LinkOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case: a broker of its own, the agent's own link, and what a person is told. */
class CertificateTableTest {
    private static final Authority ROOT = Authority.root("Ours");
    private static final Authority BELOW = ROOT.below("Below").authority();

    @TempDir
    static Path home;

    private static LinkOutcome outcome;
    private static Relay relay;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws IOException {
        ROOT.writePem(home.resolve("anchors.pem"));
        outcome = new LinkOutcome(home);
        relay = new Relay();
    }

    @AfterAll
    static void close() {
        relay.close();
        outcome.close();
    }

    static Stream<Case> good() {
        return GoodServers.of(ROOT, BELOW);
    }

    static Stream<Case> bad() {
        return Stream.of(BadCertificates.of(ROOT, BELOW), BadChains.of(ROOT, BELOW), BadTls.of(BELOW))
                .flatMap(cases -> cases);
    }

    static Stream<Case> revoked() {
        return RevokedServers.of(ROOT, BELOW);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"good", "bad", "revoked"})
    void eachServerGetsItsVerdict(Case server) throws Exception {
        try (Told told = new Told();
                SecureBroker broker = new SecureBroker(folder, server.server(), server.tls())) {
            relay.to(broker.port());

            String verdict = outcome.of("wss://" + server.host() + "/mqtt", client(server.lists()), relay.address());

            assertEquals(server.expected(), told.withFlaw(verdict), broker::output);
        }
    }

    @Test
    void theTableIsNotShort() {
        assertTrue(bad().count()
                        + revoked()
                                .filter(each -> !each.expected().equals(Case.ONLINE))
                                .count()
                >= 60);
        assertTrue(good().allMatch(each -> each.expected().equals(Case.ONLINE)));
    }

    private HardenedTlsClient client(List<byte[]> lists) throws IOException {
        String file = "";
        if (!lists.isEmpty()) {
            file = PemFile.write(folder.resolve("lists.pem"), "X509 CRL", lists).toString();
        }
        assertTrue(Files.exists(home.resolve("anchors.pem")));
        return new HardenedTlsClient(home, "anchors.pem", file, Clock.systemUTC());
    }
}
