package org.benchconnect.upgrade.tuf.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Serves a simulated repository on this machine by HTTP, below {@code /metadata/} and {@code /targets/}. */
public final class SimulatedServer implements AutoCloseable {
    private final HttpServer server;
    private final ReleaseRepositorySimulator repository;

    /** Starts on a free port of the loopback interface. */
    public SimulatedServer(ReleaseRepositorySimulator repository) throws IOException {
        this.repository = repository;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it listens, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Serves a small repository with a target {@code a.txt} and keys of each kind until standard input ends.
     *
     * @param words the file into which the first root goes
     */
    public static void main(String... words) throws IOException {
        ReleaseRepositorySimulator repository = ReleaseRepositorySimulator.at(Instant.now());
        repository.keys("root", 3, SimulatedKey.ed25519(), SimulatedKey.ecdsa(), SimulatedKey.rsa());
        repository.delegate("targets", "vendor", "*").target("vendor", "a.txt", new byte[100]);
        Files.write(
                Path.of(words[0]), repository.version("root", 1).sign("root").root());
        repository.publish();
        try (SimulatedServer server = new SimulatedServer(repository)) {
            System.out.println(server.address());
            while (System.in.read() >= 0) {
                // Until whoever started this goes away.
            }
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        try (InputStream in = path.startsWith("/metadata/")
                ? repository.metadata(path.substring("/metadata/".length()))
                : repository.target(decoded(path.substring("/targets/".length())))) {
            byte[] bytes = in.readAllBytes();
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (NoSuchFileException e) {
            exchange.sendResponseHeaders(404, -1);
        } finally {
            exchange.close();
        }
    }

    private static String decoded(String path) {
        return java.net.URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
