package org.benchconnect.tests.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;
import org.jspecify.annotations.Nullable;

/** mosquitto with plain MQTT, which keeps sessions and messages over restarts. */
final class LocalBroker implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final Path folder;
    private final List<String> command;
    private final InetSocketAddress address;
    private @Nullable Process process;

    /** On a free port of loopback. */
    LocalBroker(Path folder) throws Exception {
        this(folder, List.of(), new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.next()), List.of());
    }

    /**
     * Anywhere.
     *
     * @param prefix of its command, such as {@code ip netns exec}
     * @param address of plain MQTT, which can be reached from here
     * @param more lines of its configuration
     */
    LocalBroker(Path folder, List<String> prefix, InetSocketAddress address, List<String> more) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: needs mosquitto (package mosquitto)");
        this.folder = Files.createDirectories(folder);
        this.address = address;
        List<String> lines = new ArrayList<>(List.of(
                "user " + System.getProperty("user.name"),
                "per_listener_settings true",
                "persistence true",
                "persistence_location " + folder + "/",
                "max_queued_messages 0",
                "listener " + address.getPort() + " " + address.getAddress().getHostAddress(),
                "allow_anonymous true"));
        lines.addAll(more);
        lines.add("");
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), String.join("\n", lines));
        this.command = new ArrayList<>(prefix);
        command.addAll(List.of(PROGRAM.toString(), "-c", configuration.toString()));
        start();
    }

    InetSocketAddress address() {
        return address;
    }

    /** Starts it, and waits until it listens. */
    void start() throws Exception {
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        process = started;
        Await.until("mosquitto listens", Duration.ofMinutes(2), () -> {
            if (!started.isAlive()) {
                throw new AssertionError("mosquitto ended: " + Files.readString(folder.resolve("output.txt")));
            }
            return listens();
        });
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it in peace: it writes down what it has. */
    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(2, TimeUnit.MINUTES)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
