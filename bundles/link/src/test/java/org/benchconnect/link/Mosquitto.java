package org.benchconnect.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.crypto.testing.TestServer;
import org.jspecify.annotations.Nullable;

/**
 * The broker of an independent hand: WebSocket over TLS with a password for the agent, plain MQTT for the test's own
 * receiver. It keeps its sessions and messages over restarts.
 */
final class Mosquitto implements AutoCloseable {
    static final String USER = "agent";
    static final String PASSWORD = "correct-horse";

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");
    private static final Path PASSWORDS = Path.of("/usr/bin/mosquitto_passwd");

    private final Path folder;
    private final int securePort;
    private final int plainPort;
    private @Nullable LocalProcess process;

    /** With users and passwords. */
    Mosquitto(Path folder, TestServer server) throws IOException, InterruptedException {
        this(folder, server, List.of("password_file " + folder.resolve("passwords")));
    }

    /** One that takes everybody with a certificate of these authorities, and nobody else. */
    static Mosquitto requiringCertificates(Path folder, TestServer server, Path authorities)
            throws IOException, InterruptedException {
        return new Mosquitto(
                folder,
                server,
                List.of("require_certificate true", "use_identity_as_username true", "cafile " + authorities));
    }

    private Mosquitto(Path folder, TestServer server, List<String> whoMay) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(PROGRAM) && Files.isExecutable(PASSWORDS),
                "skipped: needs mosquitto (package mosquitto)");
        this.folder = Files.createDirectories(folder);
        int[] ports = LocalProcess.freePorts();
        this.securePort = ports[0];
        this.plainPort = ports[1];
        server.writeChain(folder.resolve("chain.pem"));
        server.writeKey(folder.resolve("key.pem"));
        writePasswords();
        Files.writeString(folder.resolve("mosquitto.conf"), configuration(whoMay));
        start();
    }

    private void writePasswords() throws IOException, InterruptedException {
        Path file = folder.resolve("passwords");
        Files.writeString(file, USER + ":" + PASSWORD + "\n");
        Process hashing = new ProcessBuilder(PASSWORDS.toString(), "-U", file.toString()).start();
        if (!hashing.waitFor(60, TimeUnit.SECONDS) || hashing.exitValue() != 0) {
            throw new AssertionError("mosquitto_passwd failed");
        }
    }

    private String configuration(List<String> whoMay) {
        return String.join(
                "\n",
                "user " + System.getProperty("user.name"),
                "per_listener_settings true",
                "persistence true",
                "persistence_location " + folder + "/",
                "max_queued_messages 0",
                "listener " + plainPort + " 127.0.0.1",
                "allow_anonymous true",
                "listener " + securePort + " 127.0.0.1",
                "protocol websockets",
                "allow_anonymous false",
                String.join("\n", whoMay),
                "certfile " + folder.resolve("chain.pem"),
                "keyfile " + folder.resolve("key.pem"),
                "");
    }

    void start() throws IOException, InterruptedException {
        process = LocalProcess.start(
                folder,
                securePort,
                List.of(
                        PROGRAM.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString()));
    }

    void restart() throws IOException, InterruptedException {
        close();
        start();
    }

    String address() {
        return "wss://localhost:" + securePort + "/mqtt";
    }

    int securePort() {
        return securePort;
    }

    int plainPort() {
        return plainPort;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
            process = null;
        }
    }
}
