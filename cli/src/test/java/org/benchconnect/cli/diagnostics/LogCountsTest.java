package org.benchconnect.cli.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log lies in the home folder, so anything may be in it. */
@Timeout(60)
class LogCountsTest {
    private static final long TWO_GB = 1L << 31;

    @TempDir
    Path folder;

    private String rows() {
        List<Row> rows = new LogCounts(Vocabulary.of(folder)).rows(folder);
        return rows.toString();
    }

    @Test
    void aLineOfTwoGigabytesTakesNoMemory() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("agent.0.log").toFile(), "rw")) {
            sparse.setLength(TWO_GB + 16);
        }

        String rows = rows();

        assertTrue(rows.contains("{\"kind\":\"LOG_OTHER\",\"count\":1}"), rows);
    }

    @Test
    void aPipeAndALinkAreNotOpened() throws Exception {
        assumeTrue(
                new ProcessBuilder("mkfifo", folder.resolve("agent.0.log").toString())
                                .start()
                                .waitFor()
                        == 0,
                "skipped: this system has no mkfifo");
        Path other = Files.writeString(folder.resolve("other"), "java.io.IOException: x\n");
        Files.createSymbolicLink(folder.resolve("agent.1.log"), other);

        String rows = rows();

        assertTrue(rows.contains("{\"kind\":\"LOG_OTHER\",\"count\":2}"), rows);
    }

    @Test
    void onlyTheBeginningOfALineIsKept() throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader("abcdef\r\n\ngh\ri"), 3, 100);

        assertEquals("abc", lines.next());
        assertEquals("", lines.next());
        assertEquals("gh", lines.next());
        assertEquals("i", lines.next());
        assertNull(lines.next());
    }

    @Test
    void notMoreIsReadThanAllowed() throws IOException {
        BoundedLines lines = new BoundedLines(new StringReader("ab\ncdef\ngh"), 9, 5);

        assertEquals("ab", lines.next());
        assertEquals("cd", lines.next());
        assertNull(lines.next());
        assertEquals(0, lines.left());
    }
}
