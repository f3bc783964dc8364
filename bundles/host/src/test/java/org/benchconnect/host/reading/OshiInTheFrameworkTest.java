package org.benchconnect.host.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * OSHI resolves and runs inside the framework, in a process of its own with the launcher's options: its native library comes from a folder
 * of the installation, and nothing is unpacked anywhere.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class OshiInTheFrameworkTest {
    @TempDir
    Path folder;

    private String run(Path nativeFolder) throws IOException, InterruptedException {
        Path temp = Files.createDirectories(folder.resolve("temp"));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temp,
                        "-Djna.boot.library.path=" + nativeFolder,
                        "-Djna.nosys=true",
                        "-Djna.nounpack=true",
                        "-Djna.noclasspath=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FrameworkWithOshi.class.getName(),
                        folder.resolve("cache").toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        try (Stream<Path> unpacked = Files.walk(temp)) {
            assertEquals(List.of(temp), unpacked.toList(), "unpacked into the temporary folder");
        }
        return Files.readString(output);
    }

    private Path nativeFolder() throws IOException {
        Path library = Files.createDirectories(folder.resolve("native")).resolve("libjnidispatch.so");
        try (InputStream in =
                com.sun.jna.Native.class.getResourceAsStream("/com/sun/jna/linux-x86-64/libjnidispatch.so")) {
            Files.copy(in, library);
        }
        return library.getParent();
    }

    @Test
    void everyReadingIsMadeWithTheInstallationsLibrary() throws IOException, InterruptedException {
        String output = run(nativeFolder());

        assertTrue(output.contains("volumes read"), output);
        assertTrue(output.contains("memory read"), output);
        assertTrue(output.contains("clock read"), output);
        assertTrue(output.contains("services read"), output);
        assertTrue(output.contains("system read"), output);
    }

    @Test
    void withoutTheLibraryAReadingIsUnreadableAndNothingElseFails() throws IOException, InterruptedException {
        String output = run(Files.createDirectories(folder.resolve("empty")));

        assertTrue(output.contains("volumes UnreadableException UnsatisfiedLinkError"), output);
        assertTrue(output.contains("memory UnreadableException"), output);
        assertTrue(output.contains("clock UnreadableException"), output);
        assertTrue(output.contains("system read"), output);
    }
}
