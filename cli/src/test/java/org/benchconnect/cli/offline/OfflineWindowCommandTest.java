package org.benchconnect.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineWindowCommandTest {
    @TempDir
    Path installation;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @BeforeEach
    void install() throws IOException {
        file = Files.createDirectories(installation.resolve("vendor")).resolve("offline-window.json");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return OfflineWindowCommand.run(
                List.of(words),
                installation,
                InstantSource.fixed(now),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }

    @Test
    void theAgentsAccountCanReadTheFile() throws Exception {
        assertEquals(0, run("open", "--days", "7", "--by", "A. Person"));

        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void opensShowsAndCloses() {
        assertEquals(0, run("open", "--days", "7", "--by", "A. Person"));
        assertTrue(out.toString(UTF_8).contains("until 2026-03-09T09:00:00Z"), out::toString);
        assertTrue(Files.exists(file));

        assertEquals(0, run("show"));
        assertTrue(out.toString(UTF_8).contains("by A. Person"), out::toString);

        assertEquals(0, run("close"));
        assertFalse(Files.exists(file));

        assertEquals(0, run("show"));
        assertTrue(out.toString(UTF_8).startsWith("No offline window is open"), out::toString);
    }

    @Test
    void showsForPrograms() {
        run("open", "--days", "1", "--by", "A", "--tolerance", "3");

        assertEquals(0, run("show", "--json"));

        assertEquals(
                "{\"open\":true,\"opened\":\"2026-03-02T09:00:00Z\",\"until\":\"2026-03-03T09:00:00Z\",\"by\":\"A\","
                        + "\"toleranceDays\":3}",
                out.toString(UTF_8).strip());
    }

    @Test
    void aWindowPastItsTimeIsShownAsClosed() {
        run("open", "--days", "1", "--by", "A");
        now = now.plusSeconds(86_400);

        assertEquals(0, run("show"));

        assertTrue(out.toString(UTF_8).startsWith("No offline window is open"), out::toString);
    }

    @Test
    void closingNothingIsNoFault() {
        assertEquals(0, run("close"));
    }

    @Test
    void moreThanFourteenDaysAreUsage() {
        assertEquals(2, run("open", "--days", "15", "--by", "A"));

        assertTrue(err.toString(UTF_8).contains("at most 14 days"), err::toString);
        assertFalse(Files.exists(file));
    }

    @Test
    void anOpenWindowIsNotReplaced() throws IOException {
        run("open", "--days", "2", "--by", "A. Person");
        String first = Files.readString(file);

        assertEquals(1, run("open", "--days", "7", "--by", "B"));

        assertEquals(first, Files.readString(file));
        assertTrue(err.toString(UTF_8).contains("opened by A. Person; close it first"), err::toString);
        assertEquals(0, run("close"));
        assertEquals(0, run("open", "--days", "7", "--by", "B"));
    }

    @Test
    void aWindowPastItsTimeIsReplaced() {
        run("open", "--days", "1", "--by", "A");
        now = now.plusSeconds(86_400);

        assertEquals(0, run("open", "--days", "1", "--by", "B"));
    }

    @Test
    void aFileThatIsNoWindowIsReplaced() throws IOException {
        Files.writeString(file, "{}");

        assertEquals(0, run("open", "--days", "1", "--by", "B"));
    }

    @Test
    void withoutAVendorProfileThereIsNothingToOpen() throws IOException {
        Files.delete(installation.resolve("vendor"));

        assertEquals(1, run("open", "--days", "1", "--by", "A"));

        assertTrue(err.toString(UTF_8).contains("no vendor profile"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "opened",
                "open",
                "open --days 3",
                "open --by A",
                "open --days x --by A",
                "open --days 0 --by A",
                "open --days",
                "open --days 40 --by A",
                "open --days 3 --by A --tolerance 31",
                "open --days 3 --by A/B",
                "open --days 3 --by A --for-ever",
                "close --now",
                "show --days 3"
            })
    void wrongWordsAreUsage(String words) {
        assertEquals(2, run(words.split(" ")));

        assertTrue(err.toString(UTF_8).contains("usage:"), err::toString);
        assertFalse(Files.exists(file));
    }
}
