package org.benchconnect.link;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A server program on loopback, ended with the test. */
public final class LocalProcess implements AutoCloseable {
    private static final int FIRST_PORT = 15_000;
    private static final int FIRST_EPHEMERAL = 32_768;
    private static final int MOST_ATTEMPTS = 1000;

    private final Process process;
    private final Path output;

    private LocalProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it, and waits until it listens. */
    public static LocalProcess start(Path folder, int port, List<String> command)
            throws IOException, InterruptedException {
        return start(folder, port, command, Map.of());
    }

    /** The same with variables added to its environment. */
    public static LocalProcess start(Path folder, int port, List<String> command, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        LocalProcess started = new LocalProcess(process, output);
        Await.until(
                Duration.ofSeconds(60),
                () -> command.get(0) + " does not listen: " + started.output(),
                () -> listens(port) || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError(command.get(0) + " ended: " + started.output());
        }
        return started;
    }

    /** What it wrote so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "no output";
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** One that nobody listens to. */
    public static int freePort() throws IOException {
        return freePorts()[0];
    }

    /** Two, not the same. */
    static int[] freePorts() throws IOException {
        try (ServerSocket one = unused();
                ServerSocket other = unused()) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    /** On a port that no system gives to whoever asks for any: it is still free when a program takes it later. */
    private static ServerSocket unused() throws IOException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_EPHEMERAL);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("no port is free");
    }

    /** Ends it at once, where nothing of it is needed any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and waits: what it keeps, it writes last. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
