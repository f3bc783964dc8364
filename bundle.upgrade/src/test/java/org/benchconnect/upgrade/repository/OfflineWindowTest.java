package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.benchconnect.core.status.Status;
import org.benchconnect.upgrade.tuf.OfflineTolerance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineWindowTest {
    private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
    private static final String WINDOW =
            "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A. Person', 'tolerance-days': 30}"
                    .replace('\'', '"');

    @TempDir
    Path folder;

    private Path file;
    private OfflineWindowFile window;

    @BeforeEach
    void install() throws IOException {
        file = Files.createDirectories(folder.resolve("vendor")).resolve("offline-window.json");
        window = new OfflineWindowFile(folder);
    }

    private Status status(Instant now) {
        return new OfflineWindowReport(folder, folder.resolve("home"), Clock.fixed(now, ZoneOffset.UTC)).status();
    }

    @Test
    void withoutAFileThereIsNoWindow() throws Exception {
        assertTrue(window.read().isEmpty());
        assertSame(OfflineTolerance.NONE, window.tolerance(OPENED));
        assertEquals("OFFLINE_WINDOW_CLOSED", status(OPENED).subject().toString());
    }

    @Test
    void anAdministratorOpensAndClosesIt() throws Exception {
        window.open(OfflineWindow.open("A. Person", 7, 30, OPENED));
        OfflineWindow open = window.read().orElseThrow();
        boolean closed = window.close(OPENED.plusSeconds(60));

        assertEquals("A. Person", open.by());
        assertEquals(OPENED.plus(Duration.ofDays(7)), open.until());
        assertTrue(closed);
        assertFalse(window.close(OPENED));
        assertTrue(window.read().isEmpty());
        assertEquals(
                List.of(
                        "2026-03-02T09:00:00Z opened by A. Person until 2026-03-09T09:00:00Z, tolerance 30 days",
                        "2026-03-02T09:01:00Z closed"),
                Files.readAllLines(file.resolveSibling("offline-window.log")));
    }

    @Test
    void itClosesByItself() throws Exception {
        Files.writeString(file, WINDOW);
        Instant end = Instant.parse("2026-03-09T09:00:00Z");

        assertNotSame(OfflineTolerance.NONE, window.tolerance(OPENED));
        assertNotSame(OfflineTolerance.NONE, window.tolerance(end.minusSeconds(1)));
        assertSame(OfflineTolerance.NONE, window.tolerance(end));
        assertEquals("OFFLINE_WINDOW_CLOSED", status(end).subject().toString());
    }

    @Test
    void aClockSetBackDoesNotOpenItAgain() throws Exception {
        Files.writeString(file, WINDOW);
        Instant before = OPENED.minus(Duration.ofDays(1));

        assertSame(OfflineTolerance.NONE, window.tolerance(before));

        new TrustedTime(folder.resolve("home"), Clock.systemUTC()).seen(OPENED.plus(Duration.ofDays(8)));

        assertEquals("OFFLINE_WINDOW_CLOSED", status(OPENED).subject().toString());
    }

    @Test
    void anOpenOneIsReportedAsADeviation() throws Exception {
        Files.writeString(file, WINDOW);

        Status status = status(OPENED.plus(Duration.ofDays(6)));

        assertEquals("OFFLINE_WINDOW_OPEN", status.subject().toString());
        assertEquals(
                "HOURS_LEFT=n25;TOLERANCE_DAYS=n30;DEVIATIONS=n1",
                status.facts().encode());
    }

    @Test
    void oneThatLetSomethingInSaysSoWhileItIsOpenAndAfterwards() throws Exception {
        OfflineWindowUses uses = new OfflineWindowUses(folder.resolve("home"));
        Files.writeString(file, WINDOW);
        uses.record(OPENED.minus(Duration.ofDays(100)));
        String unused = status(OPENED).subject().toString();
        uses.record(OPENED.plus(Duration.ofDays(1)));

        Status open = status(OPENED.plus(Duration.ofDays(6)));
        Status closed = status(OPENED.plus(Duration.ofDays(9)));

        assertEquals("OFFLINE_WINDOW_OPEN", unused);
        assertEquals("OFFLINE_WINDOW_OPEN_USED", open.subject().toString());
        assertEquals(
                "HOURS_LEFT=n25;TOLERANCE_DAYS=n30;DEVIATIONS=n1;USED_DAYS_AGO=n5",
                open.facts().encode());
        assertEquals("OFFLINE_WINDOW_CLOSED_USED", closed.subject().toString());
        assertEquals("USED_DAYS_AGO=n8", closed.facts().encode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "open",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-16T09:00:01Z', 'by': 'A', 'tolerance-days': 30}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-02T09:00:00Z', 'by': 'A', 'tolerance-days': 30}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': 31}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': 0}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': -1}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': 9223372036854775807}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': '30'}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': '', 'tolerance-days': 30}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A\\nB', 'tolerance-days': 30}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'tolerance-days': 30}",
                "{'opened': 'today', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': 30}",
                "{'opened': '+1000000000-12-31T23:59:59Z', 'until': '+1000000000-12-31T23:59:59Z', 'by': 'A', 'tolerance-days': 3}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'by': 'B', 'tolerance-days': 30}",
                "{'opened': '2026-03-02T09:00:00Z', 'until': '2026-03-09T09:00:00Z', 'by': 'A', 'tolerance-days': 30, 'x': 1}"
            })
    void aMalformedFileIsNoWindow(String json) throws Exception {
        Files.writeString(file, json.replace('\'', '"'));

        assertThrows(OfflineWindowException.class, window::read);
        assertSame(OfflineTolerance.NONE, window.tolerance(OPENED.plusSeconds(1)));
        assertEquals("OFFLINE_WINDOW_UNREADABLE", status(OPENED).subject().toString());
    }

    @Test
    void anOversizedFileIsNoWindow() throws Exception {
        Files.writeString(file, WINDOW + " ".repeat(5000));

        assertSame(OfflineTolerance.NONE, window.tolerance(OPENED.plusSeconds(1)));
        assertEquals("OFFLINE_WINDOW_UNREADABLE", status(OPENED).subject().toString());
    }

    @Test
    void whatIsWrittenIsWhatIsRead() throws Exception {
        OfflineWindow written = OfflineWindow.open("A. Person", 14, 1, OPENED);

        OfflineWindow read = OfflineWindow.parse(written.toJson());

        assertEquals(new String(written.toJson(), UTF_8), new String(read.toJson(), UTF_8));
    }

    @Test
    void moreThanFourteenDaysOrThirtyOfToleranceAreRefused() {
        assertThrows(OfflineWindowException.class, () -> OfflineWindow.open("A", 15, 30, OPENED));
        assertThrows(OfflineWindowException.class, () -> OfflineWindow.open("A", 0, 30, OPENED));
        assertThrows(OfflineWindowException.class, () -> OfflineWindow.open("A", 7, 31, OPENED));
    }
}
