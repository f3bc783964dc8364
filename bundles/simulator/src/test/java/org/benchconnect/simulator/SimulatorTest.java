package org.benchconnect.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    @TempDir
    Path folder = Path.of("");

    private static int main(ByteArrayOutputStream out, ByteArrayOutputStream err, String... arguments)
            throws InterruptedException {
        return Simulator.main(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void eachRunIsAFileAndALineWithoutItsName() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = main(
                out,
                new ByteArrayOutputStream(),
                ("--folder " + folder + " --period 0 --schedule demo --runs 3 --events 50 --pace 0").split(" "));

        assertEquals(0, code);
        assertEquals(3, files().size());
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z HEALTHY"), lines.get(0));
        assertTrue(lines.get(1).endsWith(" RED_LASER_WEAK"));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains(Invented.MARK));
    }

    @Test
    void wrongArgumentsAreToldWithTheUsage() throws InterruptedException {
        for (String wrong : List.of("--folder", "--folder x --period 1", "--period x", "--surprise 1")) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertEquals(2, main(new ByteArrayOutputStream(), err, wrong.split(" ")), wrong);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains(CommandLine.USAGE));
        }
    }

    @Test
    void aFileGrowsUnderItsFinalNameAndIsCompletedWhenTheSimulatorIsClosed() throws Exception {
        Simulator.Options slow =
                new Simulator.Options(Schedule.HEALTHY, Duration.ofHours(1), 9, 100, Duration.ofHours(1));
        List<Run> finished = new ArrayList<>();
        try (Simulator simulator = new Simulator(folder, slow, Clock.systemUTC())) {
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    simulator.run((trouble, run) -> finished.add(run));
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (files().isEmpty() || Files.size(files().get(0)) == 0) {
                assertTrue(System.nanoTime() < end, "the file never began");
                LockSupport.parkNanos(1_000_000);
            }
            assertTrue(finished.isEmpty());

            simulator.close();
            running.get(20, TimeUnit.SECONDS);
        }

        assertEquals(1, finished.size());
        assertEquals(
                Invented.fileName(finished.get(0)), files().get(0).getFileName().toString());
        assertArrayEquals(LmdWriter.bytes(finished.get(0)), Files.readAllBytes(files().get(0)));
    }

    @Test
    void aProcessEndsAtTerminationAndLeavesWholeFiles() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulator.class.getName(),
                        "--folder",
                        folder.toString(),
                        "--period",
                        "3600",
                        "--schedule",
                        "healthy",
                        "--events",
                        "50")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            assertTrue(line != null && line.endsWith(" HEALTHY"), line);

            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }

        assertEquals(1, files().size());
        byte[] file = Files.readAllBytes(files().get(0));
        assertTrue(new String(file, StandardCharsets.ISO_8859_1).contains("!@EOFVERSION!1!"));
    }
}
