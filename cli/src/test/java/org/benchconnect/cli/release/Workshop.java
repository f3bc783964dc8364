package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.crypto.secret.Secret;

/** A vendor's folder with keys of three holders, the online machine and a plugin vendor; commands run within this process. */
final class Workshop {
    static final String VENDOR = "com.example.plugin";

    private final Path folder;
    private final Vendor vendor;
    private final List<String> questions = new ArrayList<>();
    private Instant now = Instant.now();
    private boolean agrees = true;
    private String out = "";
    private String err = "";

    private Workshop(Path folder, Vendor vendor) {
        this.folder = folder;
        this.vendor = vendor;
    }

    /** Makes the keys, which takes a while: once for many workshops. */
    static Path keys(Path folder, Vendor vendor) throws IOException {
        Workshop workshop = new Workshop(folder, vendor);
        vendor.furnish(folder.resolve("office"));
        Vendor.secret(folder.resolve("password"), "words of a test\n");
        for (String holder : List.of("first", "second", "third", "snapshot", "timestamp", "plugin")) {
            workshop.done("init key " + holder + ".key --pkcs12 " + holder + ".p12 --password-file password");
        }
        workshop.done("init key office/code.key --pkcs12 office/code-signing.p12 --alias release"
                + " --password-file office/code-signing.password");
        return folder;
    }

    /** A workshop with copies of these keys and a draft of the first root. */
    static Workshop begun(Path keys, Path folder, Vendor vendor) throws IOException {
        copy(keys, folder);
        Workshop workshop = new Workshop(folder, vendor);
        workshop.done("init repository work --root first.pem --root second.pem --root third.pem --snapshot snapshot.pem"
                + " --timestamp timestamp.pem --organisation "
                + vendor.organisation().replace(' ', '_')
                + " --code-signing office/code-signing.pem --time-stamping office/time-stamping.pem");
        return workshop;
    }

    /** The same with the empty repository published. */
    static Workshop open(Path keys, Path folder, Vendor vendor) throws IOException {
        Workshop workshop = begun(keys, folder, vendor);
        workshop.signed();
        workshop.published();
        return workshop;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    /** A description of the example's feature. */
    void describe(String version, int counter) throws IOException {
        describe("com.example.bench.hello", version, counter);
    }

    void describe(String name, String version, int counter) throws IOException {
        Files.writeString(
                path("feature.json"),
                "{\"feature-resource-version\":\"1.0\",\"id\":\"com.example:" + name + ":" + version
                        + "\",\"name\":\"Hello\",\"description\":\"Says hello.\",\"vendor\":\"Example Instruments\","
                        + "\"license\":\"Apache-2.0\",\"complete\":true,\"extensions\":{\"org.benchconnect.release\":{"
                        + "\"kind\":\"mandatory\",\"type\":\"json\",\"json\":{\"counter\":" + counter
                        + ",\"floor\":0,\"ring\":25,\"privileges\":[\"view-screen\"],\"models\":[\"NAVIOS_EX\"],"
                        + "\"statement\":{\"en\":\"Says hello.\"}}}}}");
        Vendor.bundle(path("module-1.0.0.jar"), name, version);
    }

    int add(String more) {
        return run("add feature work feature.json module-1.0.0.jar --key office/code.key --time-stamps "
                + vendor.timeStamps() + more);
    }

    void release(String version, int counter) throws IOException {
        describe(version, counter);
        assertEquals(0, add(""), err);
        signed();
        published();
    }

    void signed() {
        done("sign work --key first.key --yes");
        done("sign work --key second.key --yes");
    }

    void published() {
        done("publish work --snapshot snapshot.key --timestamp timestamp.key");
    }

    void done(String command) {
        assertEquals(0, run(command), command + ":\n" + err);
    }

    /** Runs {@code release} with these words, files meant from this folder; an underscore is a space. */
    int run(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            boolean file = word.matches("(work|draft|office|stick|www|[a-z]+(-1.0.0)?\\.[a-z0-9]+|password)(/.*)?")
                    && !word.equals(VENDOR);
            words.add(file ? path(word).toString() : word.replace('_', ' '));
        }
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int exit = Release.run(
                words,
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                Clock.fixed(now, ZoneOffset.UTC),
                terminal());
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private Terminal terminal() {
        return new Terminal() {
            @Override
            public Secret password(String what) {
                questions.add(what);
                return Secret.ofChars("words of a test".toCharArray());
            }

            @Override
            public boolean agrees(String question) {
                questions.add(question);
                return agrees;
            }
        };
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    void disagrees() {
        agrees = false;
    }

    List<String> questions() {
        return questions;
    }

    Instant now() {
        return now;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path repository() {
        return path("work/published");
    }

    Metadata published(String role) {
        try {
            return Published.in(repository()).role(role).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReleaseRefusal e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a PC that knows the published root gets. */
    List<String> pc(Path repository) throws Exception {
        return Pc.at(path("work")).verified(repository, now);
    }
}
