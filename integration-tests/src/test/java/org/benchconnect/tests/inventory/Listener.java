package org.benchconnect.tests.inventory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.demo.PrivateAuthority;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;

/** A mosquitto, and mosquitto_sub that listens to everything on it. */
final class Listener implements AutoCloseable {
    private static final Path BROKER = Path.of("/usr/sbin/mosquitto");
    private static final Path SUBSCRIBER = Path.of("/usr/bin/mosquitto_sub");
    private static final Path PUBLISHER = Path.of("/usr/bin/mosquitto_pub");
    private static final String READY = "ready";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PrivateAuthority authority;
    private final int securePort = FreePort.next();
    private final int plainPort = FreePort.next();
    private final List<Process> processes = new ArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    /**
     * A message.
     *
     * @param topic where
     * @param text its payload
     */
    record Heard(String topic, String text) {
        /** The last part of its topic. */
        String kind() {
            return topic.substring(topic.lastIndexOf('/') + 1);
        }

        JsonObject event() {
            return JsonParser.parseString(text).getAsJsonObject();
        }

        JsonObject data() {
            return event().getAsJsonObject("data");
        }
    }

    /** Skips the test where there is no mosquitto. */
    static void assumeItCanBe() {
        assumeTrue(
                Files.isExecutable(BROKER) && Files.isExecutable(SUBSCRIBER) && Files.isExecutable(PUBLISHER),
                "skipped: needs mosquitto (packages mosquitto and mosquitto-clients)");
    }

    Listener(Path folder) throws Exception {
        authority = PrivateAuthority.in(Files.createDirectories(folder));
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), configuration(folder));
        start(BROKER.toString(), "-c", configuration.toString());
        Await.until("the broker listens", PATIENCE, () -> listens(securePort) && listens(plainPort));
        Process subscriber = start(
                SUBSCRIBER.toString(), "-h", "127.0.0.1", "-p", String.valueOf(plainPort), "-q", "1", "-t", "#", "-v");
        Thread reading = new Thread(() -> read(subscriber), "listener");
        reading.setDaemon(true);
        reading.start();
        Await.until("the subscriber hears what is said", PATIENCE, this::isHeard);
    }

    /** Whoever has not subscribed yet never hears what was said before. */
    private boolean isHeard() throws IOException, InterruptedException {
        start(PUBLISHER.toString(), "-h", "127.0.0.1", "-p", String.valueOf(plainPort), "-t", READY, "-m", READY)
                .waitFor();
        return ready.await(100, TimeUnit.MILLISECONDS);
    }

    private String configuration(Path folder) throws IOException, GeneralSecurityException {
        return String.join(
                "\n",
                "user " + System.getProperty("user.name"),
                "persistence false",
                "allow_anonymous true",
                "listener " + plainPort + " 127.0.0.1",
                "listener " + securePort + " 127.0.0.1",
                "protocol websockets",
                "certfile " + authority.certificate(),
                "keyfile " + key(folder),
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
                int blank = line.indexOf(' ');
                String topic = line.substring(0, blank);
                if (topic.equals(READY)) {
                    ready.countDown();
                } else {
                    heard.add(new Heard(topic, line.substring(blank + 1)));
                }
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

    /** Everything so far. */
    List<Heard> heard() {
        return List.copyOf(heard);
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
