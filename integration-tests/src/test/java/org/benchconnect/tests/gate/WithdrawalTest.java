package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.tests.Quickest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole process: one that withdraws what hangs ends at once, with the exit code that asks for a new start. */
class WithdrawalTest {
    private static final String FEATURE = "lab.hanging";

    @Test
    void aHangingModuleEndsTheProcessAndTheNextOneRunsWithoutIt(@TempDir Path folder) throws Exception {
        Quickest.within(Duration.ofSeconds(2), () -> withdrawn(Files.createTempDirectory(folder, "pc")));
    }

    /** How long it took, with the end of the process and its notice here. */
    private static Duration withdrawn(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithdrawalTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();

        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        Instant now = Instant.now();

        assertEquals(Modules.RESTART, process.exitValue(), () -> said(folder));
        return Duration.between(
                Files.getLastModifiedTime(folder.resolve("withdrawing")).toInstant(), now);
    }

    /** In the process of its own. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        GateLab lab = new GateLab(folder);
        ModuleList.Feature hanging = lab.feature(
                FEATURE,
                List.of("view-screen"),
                List.of(),
                Packed.module("hanging", Hanging.class).jar());
        lab.stage(hanging);
        lab.grant(hanging, 1);
        lab.startForReal();
        lab.modules().start(FEATURE, 1);
        Files.writeString(folder.resolve("withdrawing"), "");
        lab.modules().evict(FEATURE);
    }

    private static String said(Path folder) {
        try {
            return Files.readString(folder.resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
