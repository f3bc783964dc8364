package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each fault that is put in somewhere on the way is the one that is named, and no other. The servers are real ones on loopback. */
@Timeout(60)
class InjectedFaultsTest {
    private static final TestAuthority OURS = TestAuthority.root("Lab authority");
    private static final TestAuthority OTHERS = TestAuthority.root("Inspecting Gateway CA");
    private static final TestServer RIGHT = OURS.server().issue();

    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    private static ScriptedServer tls(TestServer certificate, ScriptedServer.Script script) {
        return new ScriptedServer(certificate.context(), script);
    }

    private static ScriptedServer broker(int code) {
        return tls(RIGHT, Scripts.broker(code, Instant.now()));
    }

    private static Finding causeOf(Diagnosis diagnosis) {
        return diagnosis.cause().orElseThrow(() -> new AssertionError(diagnosis.toString()));
    }

    private void isFound(Cause expected) {
        Diagnosis diagnosis = pc.examined();

        assertEquals(expected, causeOf(diagnosis).cause(), diagnosis::toString);
        assertEquals(
                1,
                diagnosis.findings().stream()
                        .filter(each -> each.state() == Finding.State.FAILED)
                        .count(),
                diagnosis::toString);
    }

    @Test
    void nothingIsFoundWhereEverythingWorks() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined();

            assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
            assertEquals(
                    9,
                    diagnosis.findings().stream()
                            .filter(each -> each.state() == Finding.State.OK || each.hop() == Hop.PROXY)
                            .count(),
                    diagnosis::toString);
        }
    }

    @Test
    void noSuchName() {
        pc.broker("nobody.invalid/mqtt");

        isFound(Cause.NAME_UNKNOWN);
    }

    @Test
    void closedPort() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        pc.broker("localhost:" + port + "/mqtt");

        isFound(Cause.PORT_CLOSED);
    }

    @Test
    void portThatSwallowsConnections() throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            boolean isFull = false;
            for (int i = 0; i < 20 && !isFull; i++) {
                Socket one = new Socket();
                filling.add(one);
                isFull = !connects(one, full.getLocalPort());
            }
            assumeTrue(isFull, "skipped: this system never lets a connection wait");
            pc.broker("127.0.0.1:" + full.getLocalPort() + "/mqtt");

            isFound(Cause.NO_ANSWER);
        } finally {
            for (Socket each : filling) {
                each.close();
            }
        }
    }

    private static boolean connects(Socket socket, int port) {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void silentPort() {
        try (ScriptedServer silent = new ScriptedServer(null, Scripts.silent())) {
            pc.broker(silent.address() + "/mqtt");

            isFound(Cause.TLS_SILENT);
        }
    }

    @Test
    void portWithoutTls() {
        try (ScriptedServer plain = new ScriptedServer(null, Scripts.plainText())) {
            pc.broker(plain.address() + "/mqtt");

            isFound(Cause.NOT_TLS);
        }
    }

    @Test
    void firewallThatCutsTls() {
        try (ScriptedServer cutting = new ScriptedServer(
                null, connection -> connection.getInputStream().readNBytes(20))) {
            pc.broker(cutting.address() + "/mqtt");

            isFound(Cause.TLS_CUT);
        }
    }

    @Test
    void proxyThatWantsAPassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.broker(broker.address() + "/mqtt").with("link", "proxy", proxy.address());

            isFound(Cause.PROXY_WANTS_PASSWORD);
        }
    }

    @Test
    void proxyThatRefusesThePassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.secret("proxy.txt", "other\n");
            pc.broker(broker.address() + "/mqtt")
                    .with("link", "proxy", proxy.address())
                    .with("link", "proxy-user", "u")
                    .with("link", "proxy-password-file", "proxy.txt");

            isFound(Cause.PROXY_PASSWORD_REFUSED);
        }
    }

    @Test
    void nothingIsFoundBehindAProxyWithTheRightPassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.secret("proxy.txt", "p\n");
            pc.broker(broker.address() + "/mqtt")
                    .with("link", "proxy", proxy.address())
                    .with("link", "proxy-user", "u")
                    .with("link", "proxy-password-file", "proxy.txt");

            Diagnosis diagnosis = pc.examined();

            assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
        }
    }

    @Test
    void proxyThatWantsNtlm() {
        try (ScriptedServer proxy = new ScriptedServer(
                null,
                Scripts.answering(
                        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n"))) {
            pc.broker("broker.lab.example/mqtt").with("link", "proxy", proxy.address());

            isFound(Cause.PROXY_WANTS_NTLM);
        }
    }

    @Test
    void proxyThatRefusesConnect() {
        try (ScriptedServer proxy = new ScriptedServer(null, Scripts.answering("HTTP/1.1 403 No\r\n\r\n"))) {
            pc.broker("broker.lab.example/mqtt").with("link", "proxy", proxy.address());

            isFound(Cause.PROXY_REFUSES);
        }
    }

    @Test
    void tlsInspectionByAnotherAuthority() {
        try (ScriptedServer middle = tls(OTHERS.server().issue(), Scripts.broker(0, Instant.now()))) {
            pc.broker(middle.address() + "/mqtt");

            isFound(Cause.TLS_INSPECTED);
            Finding finding = causeOf(pc.examined());
            assertTrue(
                    Words.of(Language.IT).title(finding).contains("CN=Inspecting Gateway CA"),
                    Words.of(Language.IT).title(finding));
        }
    }

    @Test
    void expiredCertificate() {
        TestServer expired =
                OURS.server().valid(Duration.ofDays(-9), Duration.ofHours(-1)).issue();
        try (ScriptedServer broker = tls(expired, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(Cause.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void wrongHostName() {
        TestServer others = OURS.server().host("other.lab.example").issue();
        try (ScriptedServer broker = tls(others, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(Cause.CERTIFICATE_WRONG_HOST);
        }
    }

    @Test
    void weakCertificate() {
        TestServer weak = OURS.server().key("RSA", 1024).issue();
        try (ScriptedServer broker = tls(weak, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(Cause.CERTIFICATE_REFUSED);
        }
    }

    @Test
    void clockAnHourAhead() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));

            assertEquals(Cause.CLOCK_WRONG, causeOf(diagnosis).cause());
        }
    }

    @Test
    void wrongClockExplainsARefusedSignIn() {
        try (ScriptedServer broker = broker(5)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));

            assertEquals(Cause.CLOCK_WRONG, causeOf(diagnosis).cause());
        }
    }

    @Test
    void clockThatIsBeforeTheCertificate() {
        TestServer future =
                OURS.server().valid(Duration.ofDays(1), Duration.ofDays(5)).issue();
        try (ScriptedServer broker = tls(future, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(Cause.CLOCK_WRONG);
        }
    }

    @Test
    void noWebSocketThere() {
        for (String status : List.of("200 OK", "404 Not Found")) {
            try (ScriptedServer web =
                    tls(RIGHT, Scripts.answering("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"))) {
                pc.broker(web.address() + "/mqtt");

                isFound(Cause.NO_WEBSOCKET);
            }
        }
    }

    @Test
    void silenceBehindTls() {
        try (ScriptedServer silent = tls(RIGHT, Scripts.silent())) {
            pc.broker(silent.address() + "/mqtt");

            isFound(Cause.WEBSOCKET_SILENT);
        }
    }

    @Test
    void mqttThatRefusesTheCredentials() {
        try (ScriptedServer broker = broker(5)) {
            pc.secret("broker.txt", "secret\n");
            pc.broker(broker.address() + "/mqtt")
                    .with("link", "user", "agent")
                    .with("link", "password-file", "broker.txt");

            isFound(Cause.MQTT_REFUSED);
        }
    }

    @Test
    void unreadablePasswordFile() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt")
                    .with("link", "user", "agent")
                    .with("link", "password-file", "nowhere.txt");

            isFound(Cause.PASSWORD_UNREADABLE);
        }
    }

    @Test
    void emptyPasswordFile() {
        try (ScriptedServer broker = broker(0)) {
            pc.secret("broker.txt", "\n");
            pc.broker(broker.address() + "/mqtt")
                    .with("link", "user", "agent")
                    .with("link", "password-file", "broker.txt");

            isFound(Cause.PASSWORD_UNREADABLE);
        }
    }

    @Test
    void instrumentFolderThatTheAgentsAccountCannotRead() throws IOException {
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        Files.setPosixFilePermissions(instrument, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(instrument)) {
            // An administrator reads everything, so the agent's account must be another's.
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(pc.place().home(), nobody);
            openTheWayTo(folder);
        }
        pc.with("adapter.navios", "folder", instrument.toString());

        isFound(Cause.FOLDER_UNREADABLE);
    }

    private static void openTheWayTo(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void instrumentFolderThatIsNotThere() {
        pc.with("adapter.navios", "folder", folder.resolve("gone").toString());

        isFound(Cause.FOLDER_MISSING);
    }

    @Test
    void hostOutsideTheProfile() {
        pc.broker("elsewhere.example/mqtt");

        isFound(Cause.HOST_NOT_PERMITTED);
    }

    @Test
    void noAuthorityIsTrusted() {
        pc.with("tls", "trust-anchors", "");
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined();

            assertEquals(Cause.ANCHORS_MISSING, causeOf(diagnosis).cause());
        }
    }

    @Test
    void settingsWithAMistake() throws IOException {
        Files.writeString(pc.place().home().resolve("config").resolve("agent.json"), "{ \"link\": ");

        isFound(Cause.SETTINGS_BROKEN);
    }

    @Test
    void offlineByChoiceIsNoFault() {
        Diagnosis diagnosis = pc.examined();

        assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
        assertEquals(Cause.OFFLINE, diagnosis.findings().get(0).cause());
    }

    @Test
    void whatACertificateSaysOfItselfCannotWriteIntoTheTerminal() {
        assertEquals("CN=a?b?c", ShownChain.printable("CN=a\u001bb\nc"));
        assertEquals(Map.of(), Finding.ok(Hop.NAME, Map.of()).local());
    }
}
