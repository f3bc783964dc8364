package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.upgrade.attack.ReleaseServer.head;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that nobody meant: a person has to read what failed and what to check. */
class EverydayFaultsTest {
    private static final String TIMESTAMP = "/timestamp.json";

    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private void answered(ReleaseServer.Answer answer, String... words) {
        lab.server.carries(Path.of(lab.carried()), TIMESTAMP, answer);

        lab.refusedFrom(lab.server.address(), SOURCE, words);
    }

    private void releasesAt(String address, String... words) {
        lab.pc()
                .write(
                        "installation/vendor/profile.json",
                        "{\"organisation\": \"Example Instruments\", \"releases\": \"" + address + "\"}");

        lab.withoutRecovery().refusedFrom(address, SOURCE, words);
    }

    @Test
    void aServerThatIsNotThere() throws IOException {
        lab.server.close();

        lab.withoutRecovery().refusedFrom(lab.server.address(), SOURCE, "The server localhost cannot be reached");
    }

    @Test
    void aServerWhoseNameNobodyKnows() {
        releasesAt("https://releases.invalid", "The server releases.invalid", "name service");
    }

    @Test
    void aPortOfAnotherProgram() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> greet(other), "another program");
            thread.setDaemon(true);
            thread.start();

            releasesAt("https://localhost:" + other.getLocalPort(), "The server localhost");
        }
    }

    private static void greet(ServerSocket other) {
        try {
            while (true) {
                try (var socket = other.accept()) {
                    socket.getOutputStream().write(Vendor.bytes("220 mail.example ESMTP\r\n"));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Test
    void whatIsNoHttp() {
        lab.server.answers((path, out) -> out.write(Vendor.bytes("220 mail.example ESMTP\r\n\r\n")));

        lab.refusedFrom(lab.server.address(), SOURCE, "The server localhost");
    }

    @Test
    void aServerThatHangsUp() {
        answered(
                (path, out) -> {
                    throw new IOException("hangs up");
                },
                "The server localhost");
    }

    @Test
    void headersWithoutEnd() {
        answered(
                (path, out) -> {
                    out.write(Vendor.bytes("HTTP/1.1 200 OK\r\n"));
                    while (true) {
                        out.write(Vendor.bytes("X-More: " + "x".repeat(1000) + "\r\n"));
                    }
                },
                "The server localhost");
    }

    @Test
    void chunksThatAreNone() {
        answered((path, out) -> {
            head(out, "200 OK", "Transfer-Encoding: chunked");
            out.write(Vendor.bytes("zz\r\nevil\r\n"));
        });
    }

    @Test
    void aMissingFileDeepInFolders() throws IOException {
        Path deep = lab.place("a".repeat(120)).resolve("b".repeat(120));
        Path repository = Files.createDirectories(deep).resolve("c");
        Pc.copy(Path.of(lab.carried()), repository);
        Files.delete(repository.resolve("metadata/timestamp.json"));

        lab.withoutRecovery().refusedFrom(repository.toString(), SOURCE, "timestamp.json");
    }
}
