package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code benchconnect run} starts an agent again, or does not, by how it ended; in place of Java, a script that ends as it is told. */
class RunCommandTest {
    private static final String JAVA =
            """
            #!/bin/sh
            case $1 in -version) echo 'openjdk version "17.0.1"' >&2; exit 0 ;; esac
            echo started >> "$LAB/starts"
            code=$(head -n 1 "$LAB/codes"); sed -i 1d "$LAB/codes"
            exit "${code:-0}"
            """;

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void anInstallation() throws Exception {
        Path installation = Files.createDirectories(folder.resolve("installation"));
        Files.createDirectories(installation.resolve("release"));
        Files.writeString(installation.resolve("release/SHA256SUMS"), "");
        Files.copy(
                Path.of(System.getProperty("benchconnect.checkout")).resolve("benchconnect"),
                installation.resolve("benchconnect"));
        Path java =
                Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("generations"));
        Files.createDirectories(home.resolve("run"));
    }

    @Test
    void whatAsksForANewStartGetsOne() throws Exception {
        assertEquals(0, run("75", "75", "0"));

        assertEquals(3, starts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "134", "137"})
    void aCrashEndsItWhereNothingIsOnTrial(String crash) throws Exception {
        assertEquals(Integer.parseInt(crash), run(crash, "0"));

        assertEquals(1, starts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "134", "137", "139"})
    void aCrashOnTrialIsStartedAgain(String crash) throws Exception {
        Files.writeString(home.resolve("generations/current.before"), "1\n");

        assertEquals(0, run(crash, crash, "0"));

        assertEquals(3, starts());
    }

    @Test
    void aRefusedStartOnTrialIsNot() throws Exception {
        Files.writeString(home.resolve("generations/current.before"), "1\n");

        assertEquals(1, run("1", "0"));

        assertEquals(1, starts());
    }

    @Test
    void anErrorAfterItHadBeenRunningOnTrialIs() throws Exception {
        Files.writeString(home.resolve("generations/current.before"), "1\n");
        Files.writeString(home.resolve("run/api"), "{}");

        assertEquals(0, run("1", "0"));

        assertEquals(2, starts());
    }

    @Test
    void onTrialTooItEndsWhenItIsEnded() throws Exception {
        Files.writeString(home.resolve("generations/current.before"), "1\n");

        assertEquals(143, run("143", "0"));

        assertEquals(1, starts());
    }

    private int run(String... codes) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("codes"), String.join("\n", codes) + "\n");
        ProcessBuilder builder = new ProcessBuilder(
                folder.resolve("installation/benchconnect").toString(), "run", "--home", home.toString());
        builder.environment().put("LAB", folder.toString());
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, first) -> first + path);
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> said());
        return process.exitValue();
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int starts() throws IOException {
        return Files.readAllLines(folder.resolve("starts")).size();
    }
}
