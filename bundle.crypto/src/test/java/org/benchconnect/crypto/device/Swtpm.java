package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A software TPM, a process of its own on loopback. */
final class Swtpm implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/swtpm");

    private static final int FIRST_PORT = 15_000;
    private static final int FIRST_EPHEMERAL = 32_768;

    private final Process process;
    private final int port;

    private Swtpm(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static void assumeInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "swtpm is not installed");
        assumeTrue(Tpm2Commands.installed(), "tpm2-tools are not installed");
    }

    /** With its state in a folder; the same folder is the same TPM. */
    static Swtpm start(Path state) throws IOException, InterruptedException {
        Files.createDirectories(state);
        for (int attempt = 0; attempt < 10; attempt++) {
            int port = freePair();
            Process process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "socket",
                            "--tpm2",
                            "--tpmstate",
                            "dir=" + state,
                            "--server",
                            "type=tcp,bindaddr=127.0.0.1,port=" + port,
                            "--ctrl",
                            "type=tcp,bindaddr=127.0.0.1,port=" + (port + 1),
                            "--flags",
                            "not-need-init,startup-clear")
                    .redirectErrorStream(true)
                    .redirectOutput(state.resolve("log").toFile())
                    .start();
            if (answers(process, port + 1)) {
                return new Swtpm(process, port);
            }
            process.destroyForcibly().waitFor();
        }
        throw new IOException("swtpm does not start: " + Files.readString(state.resolve("log")));
    }

    String tcti() {
        return "swtpm:host=127.0.0.1,port=" + port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * The address names one port; the control port is the next. None that the system gives to whoever asks for any: also to a
     * client that only looks whether somebody listens there, and then finds itself.
     */
    private static int freePair() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_EPHEMERAL - 1);
            try (ServerSocket first = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
                return first.getLocalPort();
            } catch (IOException oneIsTaken) {
                continue;
            }
        }
    }

    /** Asks the control port: the other one serves a single client. */
    private static boolean answers(Process process, int control) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (process.isAlive() && Instant.now().isBefore(end)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), control), 1000);
                return true;
            } catch (IOException notYet) {
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }
}
