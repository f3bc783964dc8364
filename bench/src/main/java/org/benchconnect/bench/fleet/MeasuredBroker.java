package org.benchconnect.bench.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** mosquitto with plain MQTT on a free port of loopback. */
final class MeasuredBroker implements AutoCloseable {
    static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final InetSocketAddress address;
    private @Nullable Process process;

    MeasuredBroker(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
        }
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + address.getPort()
                        + " 127.0.0.1\nallow_anonymous true\npersistence false\nlog_type error\n");
        start();
    }

    InetSocketAddress address() {
        return address;
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("mosquitto does not listen: " + Files.readString(folder.resolve("output.txt")));
            }
            pause();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(address, 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What it holds in memory, in MiB; 0 where the system does not tell. */
    double residentMebibytes() throws IOException {
        Path status = Path.of("/proc/" + (process == null ? 0 : process.pid()) + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
