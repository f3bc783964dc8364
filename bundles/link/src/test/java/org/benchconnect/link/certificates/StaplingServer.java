package org.benchconnect.link.certificates;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenSSL's server, which sends an OCSP response beside its certificate; the broker cannot. It serves one connection. */
final class StaplingServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/openssl");
    private static final String ACCEPT = "ACCEPT 127.0.0.1:";

    private final Process process;
    private final int port;

    StaplingServer(Path folder, Server server, byte[] response, String version) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: needs openssl (package openssl)");
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        server.write(chain, key);
        Path stapled = Files.write(folder.resolve("response.der"), response);
        process = new ProcessBuilder(List.of(
                        PROGRAM.toString(),
                        "s_server",
                        "-accept",
                        "127.0.0.1:0",
                        "-naccept",
                        "1",
                        version,
                        "-cert",
                        chain.toString(),
                        "-cert_chain",
                        chain.toString(),
                        "-key",
                        key.toString(),
                        "-status_file",
                        stapled.toString()))
                .redirectErrorStream(true)
                .start();
        port = port(process.inputReader());
    }

    private static int port(BufferedReader output) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ACCEPT)) {
                return Integer.parseInt(line.substring(ACCEPT.length()));
            }
            all.append(line).append('\n');
        }
        throw new AssertionError("openssl s_server ended: " + all);
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
