package org.benchconnect.tests.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.benchconnect.testing.browser.Chromium;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.Interrupts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code benchconnect demo}, with the page in a real browser. */
class DemoTest {
    private static final Duration START = Duration.ofMinutes(5);

    @TempDir
    Path temporary;

    @Test
    void theLaserFaultIsOnThePageAfterItsFileAndNothingIsLeftBehind() throws Exception {
        assumeTrue(Chromium.isInstalled(), "Chromium and its driver are not installed");
        List<String> said = new CopyOnWriteArrayList<>();
        CountDownLatch faultWritten = new CountDownLatch(1);
        Process demo = start(said, faultWritten);
        Chromium browser = null;
        try {
            Await.until("the page's address is said: " + said, START, () -> said.stream()
                    .anyMatch(line -> line.contains("/#code=")));
            browser = Chromium.start();
            browser.driver().get(address(said));

            assertTrue(faultWritten.await(5, TimeUnit.MINUTES), "the fault's file is written");
            Chromium page = browser;
            page.await("the fault is on the page", () -> page.text().contains("The red laser gives"));

            Await.until("the broker has it too", Duration.ofMinutes(2), () -> said.stream()
                    .anyMatch(line -> line.contains("broker") && line.contains("\"severity\":\"FAULT\"")));
        } finally {
            if (browser != null) {
                browser.close();
            }
            interrupt(demo);
        }
        assertTrue(demo.waitFor(2, TimeUnit.MINUTES), "it ends");
        assertEquals(List.of(), leftBehind());
    }

    private Process start(List<String> said, CountDownLatch faultWritten) throws Exception {
        Path checkout = Path.of(System.getProperty("benchconnect.checkout"))
                .toAbsolutePath()
                .normalize();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                checkout.resolve("demo/target") + "/*:" + checkout.resolve("demo/target/lib") + "/*",
                "org.benchconnect.demo.Demo",
                System.getProperty("benchconnect.installation"));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        BufferedReader lines = process.inputReader();
        Thread reader = new Thread(
                () -> lines.lines().forEach(line -> {
                    said.add(line);
                    if (line.contains("RED_LASER_WEAK")) {
                        faultWritten.countDown();
                    }
                }),
                "demo");
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    private static String address(List<String> said) {
        return said.stream()
                .filter(line -> line.contains("/#code="))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }

    private static void interrupt(Process process) throws Exception {
        String signal = Interrupts.ignored() ? "-TERM" : "-INT";
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private List<String> leftBehind() throws Exception {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("benchconnect"))
                    .toList();
        }
    }
}
