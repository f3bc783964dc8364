package org.benchconnect.link.certificates;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.benchconnect.link.LocalProcess;

/** The broker with one listener, WebSocket over TLS, and a certificate and a TLS of any kind. */
final class SecureBroker implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final int port;
    private final LocalProcess process;

    /**
     * Starts it.
     *
     * @param tls commands of OpenSSL's {@code SSL_CONF_cmd(3)}, one a line, in force for the whole process
     */
    SecureBroker(Path folder, Server server, String tls) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: needs mosquitto (package mosquitto)");
        port = LocalProcess.freePort();
        Path chain = folder.resolve("chain.pem");
        Path key = folder.resolve("key.pem");
        server.write(chain, key);
        Path settings = Files.writeString(
                folder.resolve("mosquitto.conf"),
                String.join(
                        "\n",
                        "user " + System.getProperty("user.name"),
                        "per_listener_settings true",
                        // It does not start with a WebSocket alone.
                        "listener 0 " + folder.resolve("plain"),
                        "listener " + port + " 127.0.0.1",
                        "protocol websockets",
                        "allow_anonymous true",
                        "certfile " + chain,
                        "keyfile " + key,
                        ""));
        Path openssl = Files.writeString(
                folder.resolve("openssl.cnf"),
                "openssl_conf = all\n[all]\nssl_conf = ssl\n[ssl]\nsystem_default = tls\n[tls]\n" + tls + "\n");
        process = LocalProcess.start(
                folder,
                port,
                List.of(PROGRAM.toString(), "-c", settings.toString()),
                Map.of("OPENSSL_CONF", openssl.toString()));
    }

    int port() {
        return port;
    }

    String output() {
        return process.output();
    }

    @Override
    public void close() throws InterruptedException {
        process.kill();
    }
}
