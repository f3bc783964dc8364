package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The agent's own TLS settings, put on a server and looked at by sslscan, a program of independent hand. */
class SslScanTest {
    private static final Path PROGRAM = Path.of("/usr/bin/sslscan");

    @TempDir
    static Path folder;

    private static Document report;

    @BeforeAll
    static void scan() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: needs sslscan (package sslscan)");
        TestAuthority authority = TestAuthority.root("Ours");
        authority.writePem(folder.resolve("anchors.pem"));
        SSLParameters settings = new HardenedTlsClient(folder, "anchors.pem", Clock.systemUTC()).parameters();
        // Whose certificate it is matters to a client alone.
        settings.setEndpointIdentificationAlgorithm(null);
        try (SSLServerSocket listener = (SSLServerSocket) authority
                .server()
                .key("RSA", 2048)
                .issue()
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            listener.setSSLParameters(settings);
            inBackground(() -> serve(listener));
            report = scan(listener);
        }
    }

    @Test
    void onlyTls12And13AreSpoken() {
        Set<String> enabled = new TreeSet<>();
        each("protocol", protocol -> {
            if (!protocol.getAttribute("enabled").equals("0")) {
                enabled.add(protocol.getAttribute("type") + protocol.getAttribute("version"));
            }
        });

        assertEquals(Set.of("tls1.2", "tls1.3"), enabled);
    }

    @Test
    void everySuiteHasForwardSecrecyAndAuthenticatedEncryption() {
        assertEquals(
                Set.of(
                        "TLS_AES_128_GCM_SHA256",
                        "TLS_AES_256_GCM_SHA384",
                        "TLS_CHACHA20_POLY1305_SHA256",
                        "ECDHE-RSA-AES128-GCM-SHA256",
                        "ECDHE-RSA-AES256-GCM-SHA384",
                        "ECDHE-RSA-CHACHA20-POLY1305"),
                attributes("cipher", "cipher"));
        assertTrue(Set.of("strong", "acceptable").containsAll(attributes("cipher", "strength")));
    }

    @Test
    void noGroupIsWeak() {
        assertEquals(
                Set.of("0x0017", "0x0018", "0x0019", "0x001d", "0x001e"), attributes("group", "id"), "IANA's numbers");
    }

    @Test
    void nothingIsSignedWithSha1OrMd5() {
        Set<String> names = attributes("connection-signature-algorithm", "name");

        assertTrue(names.stream().anyMatch(name -> name.contains("sha256")), names::toString);
        assertTrue(
                names.stream().noneMatch(name -> name.matches("(?i).*(sha1|sha224|md5|dsa_sha1|any).*")),
                names::toString);
    }

    /** Compression and fallback are not even reported where there is nothing to report. */
    @Test
    void thereIsNoCompressionNoInsecureRenegotiationNoFallbackAndNoHeartbleed() {
        assertTrue(Set.of("0").containsAll(attributes("compression", "supported")));
        assertEquals(Set.of("0"), attributes("renegotiation", "supported"));
        assertTrue(Set.of("1").containsAll(attributes("fallback", "supported")));
        assertEquals(Set.of("0"), attributes("heartbleed", "vulnerable"));
    }

    private static Document scan(ServerSocket listener) throws Exception {
        Path file = folder.resolve("report.xml");
        Process scan = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--xml=" + file,
                        "--show-sigs",
                        "--no-colour",
                        "--timeout=30",
                        "127.0.0.1:" + listener.getLocalPort())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertTrue(scan.waitFor(300, TimeUnit.SECONDS), "sslscan did not end");
        } finally {
            scan.destroyForcibly();
        }
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static void serve(SSLServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) listener.accept();
                inBackground(() -> serve(socket));
            } catch (IOException e) {
                // The scan is over.
                return;
            }
        }
    }

    private static void serve(SSLSocket socket) {
        try (socket) {
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException e) {
            // Most of them are refused, which is the point.
            return;
        }
    }

    private static void inBackground(Runnable work) {
        Thread server = new Thread(work, "scanned");
        server.setDaemon(true);
        server.start();
    }

    private static Set<String> attributes(String element, String attribute) {
        Set<String> values = new TreeSet<>();
        each(element, found -> values.add(found.getAttribute(attribute)));
        return values;
    }

    private static void each(String element, Consumer<Element> action) {
        NodeList all = report.getElementsByTagName(element);
        for (int i = 0; i < all.getLength(); i++) {
            action.accept((Element) all.item(i));
        }
    }
}
