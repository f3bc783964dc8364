package org.benchconnect.link.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.HardenedTlsClient;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent makes of the OCSP response that a server staples to its certificate. */
class StapledStatusTest {
    private static final Authority ROOT = Authority.root("Ours");
    private static final Authority BELOW = ROOT.below("Below").authority();
    private static final Server SERVER = BELOW.server().server();

    @TempDir
    static Path home;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeAnchors() {
        ROOT.writePem(home.resolve("anchors.pem"));
    }

    /**
     * One line of the table.
     *
     * @param name of the case
     * @param server its certificate
     * @param response stapled
     * @param listed whether the agent has a list of the root, and none of the authority below
     * @param expected connected, or the flaw
     */
    record Stapled(String name, Server server, byte[] response, boolean listed, String expected) {
        Stapled(String name, OcspAnswer answer, String expected) {
            this(name, SERVER, answer.encoded(), false, expected);
        }

        @Override
        public String toString() {
            return name + ": " + expected;
        }
    }

    static Stream<Stapled> stapled() {
        KeyPair others = Keys.rsa(2048, "responder");
        X509CertificateHolder responder = below(others, KeyPurposeId.id_kp_OCSPSigning);
        X509CertificateHolder noResponder = below(others, KeyPurposeId.id_kp_serverAuth);
        Server demanding = BELOW.server()
                .extension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), false, new DERSequence(new ASN1Integer(5)))
                .server();
        byte[] broken = answer().encoded();
        broken[broken.length / 2] ^= 1;
        return Stream.of(
                new Stapled("good", answer(), Case.ONLINE),
                new Stapled("good, by the authority's responder", answer().by(others, responder), Case.ONLINE),
                new Stapled("good, as demanded", demanding, about(demanding).encoded(), false, Case.ONLINE),
                new Stapled("good, in place of a list", SERVER, answer().encoded(), true, Case.ONLINE),
                new Stapled("revoked", answer().revoked(), "REVOKED"),
                new Stapled("revoked, with lists", SERVER, answer().revoked().encoded(), true, "REVOKED"),
                new Stapled("unknown to the authority", answer().unknown(), "REVOCATION_UNKNOWN"),
                new Stapled("outdated", answer().outdated(), "REVOCATION_UNKNOWN"),
                new Stapled("about another certificate", about(demanding), "REVOCATION_UNKNOWN"),
                new Stapled("by one who is no responder", answer().by(others, noResponder), "REVOCATION_UNKNOWN"),
                new Stapled(
                        "by another authority's responder",
                        answer().by(others, stranger(others)),
                        "REVOCATION_UNKNOWN"),
                new Stapled("changed on the way", SERVER, broken, false, "REVOCATION_UNKNOWN"));
    }

    private static OcspAnswer answer() {
        return about(SERVER);
    }

    private static OcspAnswer about(Server server) {
        return new OcspAnswer(BELOW, server.certificate());
    }

    private static X509CertificateHolder below(KeyPair keys, KeyPurposeId purpose) {
        return BELOW.server().keys(keys).purposes(purpose).issue();
    }

    private static X509CertificateHolder stranger(KeyPair keys) {
        return Authority.root("Another")
                .server()
                .keys(keys)
                .purposes(KeyPurposeId.id_kp_OCSPSigning)
                .issue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stapled")
    void eachResponseGetsItsVerdictInBothVersions(Stapled stapled) throws Exception {
        for (String version : new String[] {"-tls1_3", "-tls1_2"}) {
            try (Told told = new Told();
                    StaplingServer server = new StaplingServer(folder, stapled.server(), stapled.response(), version)) {
                String verdict = connect(server.port(), client(stapled.listed()));

                assertEquals(stapled.expected(), told.withFlaw(verdict), version);
            }
        }
    }

    private HardenedTlsClient client(boolean listed) {
        Path lists = folder.resolve("lists.pem");
        if (listed) {
            PemFile.write(lists, "X509 CRL", List.of(ROOT.revoking(Duration.ofDays(1))));
        }
        return new HardenedTlsClient(home, "anchors.pem", listed ? lists.toString() : "", Clock.systemUTC());
    }

    private static String connect(int port, HardenedTlsClient client) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket =
                        (SSLSocket) client.context().getSocketFactory().createSocket(plain, Draft.HOST, port, true)) {
            socket.setSSLParameters(client.parameters());
            socket.startHandshake();
            socket.getOutputStream().write("\n".getBytes(StandardCharsets.US_ASCII));
            return Case.ONLINE;
        } catch (SSLException e) {
            return "LINK_UNTRUSTED";
        }
    }
}
