package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A module of which a beginning may be here, and a web server with real TLS that answers for it as a test says. */
abstract class ResumedDownloads extends HttpsTest {
    static final String PATH = "modules/a.jar";
    static final int BROKEN_AT = 200_000;
    static final Pattern RANGE = Pattern.compile("(?i)\r\nrange: bytes=([0-9]+)-\r\n");

    final Instant now = Instant.now();
    final byte[] module = new byte[300_000];
    String sha256 = "";

    @TempDir
    Path pc;

    @TempDir
    Path repository;

    ReleaseRepositorySimulator vendor = ReleaseRepositorySimulator.at(now);

    @BeforeEach
    void publish() throws Exception {
        new Random(7).nextBytes(module);
        vendor = ReleaseRepositorySimulator.at(now)
                .target("targets", PATH, module)
                .publish();
        vendor.writeTo(repository);
        InMemoryTrustStore store = new InMemoryTrustStore();
        ReleaseClient.trust(store, vendor.root());
        ReleaseClient client = new ReleaseClient(store, vendor, Limits.standard(), now);
        client.refresh();
        sha256 = client.find(PATH).orElseThrow().hashes().get("sha256");
    }

    /** How the server answers for the module. */
    interface Answer {
        /** @param from the first byte asked for; empty if all are */
        void to(Optional<Integer> from, OutputStream out) throws IOException, InterruptedException;
    }

    LoopbackServer.Script server(Answer answer) {
        return (path, out) -> {
            if (path.endsWith(".jar")) {
                String request = server.requests().get(server.requests().size() - 1);
                Matcher range = RANGE.matcher(request);
                answer.to(range.find() ? Optional.of(Integer.valueOf(range.group(1))) : Optional.empty(), out);
                return;
            }
            Path file = repository.resolve(path.replaceFirst("^/repo/", ""));
            if (Files.isRegularFile(file)) {
                LoopbackServer.ok(Files.readAllBytes(file)).answer(path, out);
            } else {
                head(out, "404 Not Found", "Content-Length: 0");
            }
        };
    }

    Path download(Answer answer, Caps caps) throws IOException, UntrustedMetadataException {
        if (server != null) {
            server.close();
        }
        InMemoryTrustStore store = new InMemoryTrustStore();
        ReleaseClient.trust(store, vendor.root());
        try (ReleaseSource source = open(server(answer), caps)) {
            ReleaseClient client = new ReleaseClient(store, source, Limits.standard(), now);
            client.refresh();
            Target target = client.find(PATH).orElseThrow();
            return new Downloads(pc, now) // each attempt as by an agent that starts anew
                    .<UntrustedMetadataException>goOn(sha256, module.length, file -> client.download(target, file));
        }
    }

    void isRight(Answer answer) throws Exception {
        Path file = download(answer, Caps.standard());

        assertArrayEquals(module, Files.readAllBytes(file));
        assertEquals(List.of(sha256 + ".jar"), left());
    }

    List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(pc.resolve("modules"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Path part() {
        return pc.resolve("modules").resolve(sha256 + ".part");
    }

    void begin(byte[] bytes) throws IOException {
        Files.createDirectories(part().getParent());
        Files.write(part(), bytes);
    }

    byte[] beginning() {
        return Arrays.copyOf(module, BROKEN_AT);
    }

    /** As a server should. */
    void honest(Optional<Integer> from, OutputStream out) throws IOException {
        if (from.isEmpty()) {
            all(from, out);
        } else {
            rest(out, from.get(), Arrays.copyOfRange(module, from.get(), module.length));
        }
    }

    void all(Optional<Integer> from, OutputStream out) throws IOException {
        head(out, "200 OK", "Content-Length: " + module.length);
        out.write(module);
    }

    void rest(OutputStream out, int from, byte[] body, String... more) throws IOException {
        partial(out, "bytes " + from + "-" + (module.length - 1) + "/" + module.length, body, more);
    }

    static void partial(OutputStream out, String range, byte[] body, String... more) throws IOException {
        String[] headers = Arrays.copyOf(more, more.length + 2);
        headers[more.length] = "Content-Range: " + range;
        headers[more.length + 1] = "Content-Length: " + body.length;
        head(out, "206 Partial Content", headers);
        out.write(body);
    }

    List<String> ranges() {
        return server.requests().stream()
                .filter(request -> request.contains(".jar HTTP"))
                .map(request -> {
                    Matcher range = RANGE.matcher(request);
                    return range.find() ? range.group(1) : "all";
                })
                .toList();
    }
}
