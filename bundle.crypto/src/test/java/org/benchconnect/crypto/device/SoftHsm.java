package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A software token. SoftHSM reads its configuration once in a process's life, from a place that the environment names, so everything that
 * uses it runs in a JVM of its own.
 */
final class SoftHsm {
    static final Path LIBRARY = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib64/softhsm/libsofthsm.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("/usr/lib/softhsm/libsofthsm2.so"));

    private final Path configuration;

    private SoftHsm(Path configuration) {
        this.configuration = configuration;
    }

    static void assumeInstalled() {
        assumeTrue(Files.exists(LIBRARY), "SoftHSM2 is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/softhsm2-util")), "softhsm2-util is not installed");
    }

    /** A token "agent" with the user PIN 1234 in a library of its own. */
    static SoftHsm make(Path folder) throws IOException, InterruptedException {
        SoftHsm token = empty(folder);
        token.add("agent", "1234");
        return token;
    }

    /** One token more in the same library. */
    void add(String label, String pin) throws IOException, InterruptedException {
        run(List.of(
                "/usr/bin/softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                label,
                "--so-pin",
                "5678",
                "--pin",
                pin));
    }

    /** A library without a token. */
    static SoftHsm empty(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("tokens"));
        return new SoftHsm(Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens")
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n"));
    }

    /** Runs a command with this token; its output, or the reason why it failed. */
    String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + command);
        }
        return output;
    }
}
