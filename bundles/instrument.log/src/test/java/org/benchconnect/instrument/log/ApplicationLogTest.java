package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month of a real cytometer's application log by a table: 462 errors that never stopped work say nothing, a lost connection does. */
class ApplicationLogTest {
    private static final List<String> RULES = List.of(
            "INDEX_ERRORS warning software 463 in 31d: Index was outside the bounds",
            "COMMUNICATION_LOST fault instrument: Communication with the instrument was lost");

    @TempDir
    Path folder = Path.of("");

    @Test
    void harmlessErrorsSayNothingAndALostConnectionDoes() throws IOException {
        Path real = AstmTest.shared().resolve("instruments/cytek_3L_ApplicationLog_02_2025.txt");
        assumeTrue(Files.exists(real), "the shared sample data is not here");
        Following log = new Following(
                        folder,
                        new InMemoryStore(),
                        Following.settings(folder, "*.txt", RULES),
                        Instant.parse("2026-03-02T08:00:00Z"))
                .look();

        Path copy = Files.copy(real, folder.resolve("log.txt"));
        log.look();
        assertEquals("", log.raised());
        Files.writeString(
                copy,
                "2/28/2025 11:00:00 PM \tCommunication with the instrument was lost\r\n",
                StandardOpenOption.APPEND);
        log.look();
        assertEquals("COMMUNICATION_LOST", log.raised());
        Files.writeString(
                copy,
                "2/28/2025 11:00:01 PM \tIndex was outside the bounds of the array.\r\n",
                StandardOpenOption.APPEND);
        log.look();

        assertEquals("COMMUNICATION_LOSTINDEX_ERRORS", log.raised(), "all 462 were read and counted");
    }
}
