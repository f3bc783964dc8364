package org.benchconnect.tests.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conformance command line against the suite's own static repository, which is valid until 2044. */
class TufClientTest {
    @TempDir
    private Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Path fixture = Path.of("");
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Optional<Path> shared = fixture();
        assumeTrue(shared.isPresent(), "the shared TUF fixtures are not on this machine");
        fixture = shared.get();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectory(folder.resolve("targets"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void initRefreshAndDownloadKeepWhatWasReceived() throws IOException {
        assertEquals(0, client("init", fixture.resolve("initial_root.json").toString()));
        assertEquals(0, client("refresh"));
        assertEquals(0, client("download"));

        for (String file : List.of("timestamp.json", "2.snapshot.json", "1.targets.json", "2.delegatedrole.json")) {
            Path kept = folder.resolve("metadata").resolve(file.replaceFirst("^[0-9]+\\.", ""));
            assertArrayEquals(Files.readAllBytes(fixture.resolve("metadata").resolve(file)), Files.readAllBytes(kept));
        }
        try (Stream<Path> targets = Files.list(folder.resolve("targets"))) {
            assertEquals(1, targets.count());
        }
    }

    @Test
    void targetThatIsHereIsNotFetchedAgain() {
        client("init", fixture.resolve("initial_root.json").toString());
        client("download");
        requests.clear();

        assertEquals(0, client("download"));

        assertEquals(List.of("/metadata/2.root.json", "/metadata/timestamp.json"), requests);
    }

    @Test
    void failureIsOneAndWrongUseIsTwo() throws IOException {
        assertEquals(1, client("refresh"));
        assertEquals(
                1,
                client(
                        "init",
                        Files.writeString(folder.resolve("no-root"), "{}").toString()));
        assertEquals(2, client("upgrade"));
        assertEquals(2, TufClient.run("refresh"));
        assertEquals(List.of(), requests);
    }

    private int client(String... words) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        String[] options = {
            "--metadata-dir",
            folder.resolve("metadata").toString(),
            "--metadata-url",
            address + "/metadata",
            "--target-base-url",
            address + "/targets/",
            "--target-dir",
            folder.resolve("targets").toString(),
            "--target-name",
            "delegatedrole/artifact"
        };
        return TufClient.run(Stream.concat(Stream.of(options), Stream.of(words)).toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath());
        Path file = fixture.resolve(exchange.getRequestURI().getPath().substring(1));
        if (Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(200, Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static Optional<Path> fixture() {
        Path inside = Path.of("tuf/tuf-conformance-static/tuf_conformance/static_data/tuf-on-ci-0.11");
        String named = System.getProperty("benchconnect.shared");
        if (named != null) {
            return Optional.of(Path.of(named).resolve(inside)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared").resolve("data").resolve(inside);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
