package org.benchconnect.tests.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.benchconnect.demo.PrivateAuthority;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;

/** A mosquitto: WebSocket over TLS for the agent, and a door of its own for whoever sends commands. */
final class ServiceSide implements AutoCloseable {
    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Path SUBSCRIBER = Path.of("/usr/bin/mosquitto_sub");
    private static final Path PUBLISHER = Path.of("/usr/bin/mosquitto_pub");
    private static final String READY = "ready";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrivateAuthority authority;
    private final int securePort = FreePort.next();
    private final int plainPort = FreePort.next();
    private final Path log;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> topics = new CopyOnWriteArrayList<>();

    /** One that takes everybody. */
    ServiceSide(Path folder) throws Exception {
        this(folder, List.of());
    }

    /** One that takes only who has a certificate of this authority. */
    static ServiceSide requiringCertificates(Path folder, Path authority) throws Exception {
        return new ServiceSide(folder, List.of("require_certificate true", "cafile " + authority));
    }

    private ServiceSide(Path folder, List<String> whoMay) throws Exception {
        assumeTrue(
                Files.isExecutable(BROKER) && Files.isExecutable(PUBLISHER),
                "skipped: needs mosquitto (packages mosquitto and mosquitto-clients)");
        authority = PrivateAuthority.in(Files.createDirectories(folder));
        log = folder.resolve("mosquitto.log");
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), configuration(folder, whoMay));
        start(BROKER.toString(), "-c", configuration.toString());
        Await.until("the broker listens", PATIENCE, () -> listens(securePort) && listens(plainPort));
        Process subscriber = start(
                SUBSCRIBER.toString(), "-h", "127.0.0.1", "-p", String.valueOf(plainPort), "-q", "1", "-t", "#", "-v");
        Thread reading = new Thread(() -> read(subscriber), "service-side");
        reading.setDaemon(true);
        reading.start();
        Await.until("the subscriber hears what is said", PATIENCE, () -> {
            publish(READY, READY);
            return topics.contains(READY);
        });
    }

    private String configuration(Path folder, List<String> whoMay) throws IOException, GeneralSecurityException {
        return String.join(
                "\n",
                "user " + System.getProperty("user.name"),
                "persistence false",
                "allow_anonymous true",
                "log_dest file " + log,
                "log_type subscribe",
                "log_type debug",
                "listener " + plainPort + " 127.0.0.1",
                "listener " + securePort + " 127.0.0.1",
                "protocol websockets",
                "certfile " + authority.certificate(),
                "keyfile " + key(folder),
                String.join("\n", whoMay),
                "");
    }

    /** The broker's key as mosquitto reads it. */
    private Path key(Path folder) throws IOException, GeneralSecurityException {
        char[] password = authority.password().toCharArray();
        byte[] key = KeyStore.getInstance(authority.keyStore().toFile(), password)
                .getKey("broker", password)
                .getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        return Files.writeString(
                folder.resolve("broker.key"),
                "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
    }

    private Process start(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        processes.add(process);
        return process;
    }

    private void read(Process subscriber) {
        try (BufferedReader lines = subscriber.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                topics.add(line.substring(0, line.indexOf(' ')));
            }
        } catch (IOException ended) {
            // with the process
        }
    }

    String address() {
        return "wss://localhost:" + securePort + "/mqtt";
    }

    Path certificate() {
        return authority.certificate();
    }

    /** Waits until an agent has come. */
    void awaitAgent() throws Exception {
        Await.until("an agent says that it is there", PATIENCE, () -> topics.stream()
                .anyMatch(topic -> topic.endsWith("/presence")));
    }

    /** Waits until an agent has come and listens for commands; its id. */
    String agent() throws Exception {
        awaitAgent();
        Await.until(
                "it listens for commands", PATIENCE, () -> Files.readString(log).contains("/cmd/#"));
        return topics.stream()
                .filter(topic -> topic.endsWith("/presence"))
                .map(topic -> topic.split("/")[3])
                .findFirst()
                .orElseThrow();
    }

    /** Sends these bytes as a command, and returns when the broker has them. */
    void send(String agent, String command) throws Exception {
        publish("bc/v1/default/" + agent + "/cmd/ask", command);
    }

    private void publish(String topic, String text) throws IOException, InterruptedException {
        Process publisher = start(
                PUBLISHER.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(plainPort),
                "-q",
                "1",
                "-t",
                topic,
                "-m",
                text);
        if (!publisher.waitFor(2, TimeUnit.MINUTES) || publisher.exitValue() != 0) {
            throw new AssertionError("mosquitto_pub failed");
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            process.waitFor(2, TimeUnit.MINUTES);
        }
    }
}
