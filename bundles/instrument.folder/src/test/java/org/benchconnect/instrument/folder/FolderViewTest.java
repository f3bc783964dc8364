package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderViewTest {
    private static final Instant START = Instant.EPOCH;

    private final FolderView view =
            new FolderView(Duration.ofMillis(500), new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)));

    private static Instant at(long milliseconds) {
        return START.plusMillis(milliseconds);
    }

    private static Stamp stamp(long size, long modifiedSecond) {
        return new Stamp(size, Instant.ofEpochSecond(modifiedSecond));
    }

    @Test
    void aFileIsDueOnceItLookedTheSameForLongEnough() {
        assertTrue(view.look(Map.of("a", stamp(1, 1)), at(0)));
        assertTrue(view.look(Map.of("a", stamp(2, 1)), at(250)));
        assertFalse(view.look(Map.of("a", stamp(2, 1)), at(500)));

        assertEquals(List.of(), view.due(at(749)));
        assertEquals(List.of("a"), view.due(at(750)));
        assertEquals(at(750), view.nextDue(at(500)).orElseThrow());
    }

    @Test
    void theOldestFileComesFirstAndOneThatFailedLast() {
        view.look(Map.of("a", stamp(1, 3), "b", stamp(1, 1), "c", stamp(1, 2)), at(0));
        view.take("b");
        view.failed("b", at(500));

        assertEquals(List.of("c", "a"), view.due(at(500)));
        assertEquals(List.of("c", "a", "b"), view.due(at(1500)));
        assertEquals(1, view.failing(1));
    }

    @Test
    void whatTheFileItselfSaysCountsMoreThanAStaleListing() {
        view.look(Map.of("a", stamp(1, 1)), at(0));

        assertFalse(view.confirm("a", stamp(7, 2), at(500)));

        assertEquals(List.of(), view.due(at(999)));
        assertEquals(List.of("a"), view.due(at(1000)));
        assertTrue(view.confirm("a", stamp(7, 2), at(1000)));
    }

    @Test
    void aSettledFileThatChangesIsPendingAgain() {
        view.look(Map.of("a", stamp(1, 1)), at(0));
        view.take("a");
        view.settle("a");
        assertFalse(view.look(Map.of("a", stamp(1, 1)), at(1000)));
        assertEquals(List.of(), view.due(at(2000)));

        assertTrue(view.look(Map.of("a", stamp(1, 2)), at(2000)));

        assertEquals(List.of("a"), view.due(at(2500)));
    }

    @Test
    void aFileThatChangesWhileItIsRecordedIsReadAgain() {
        view.look(Map.of("a", stamp(1, 1)), at(0));
        view.take("a");
        view.look(Map.of("a", stamp(5, 2)), at(600));
        view.settle("a");

        assertEquals(List.of("a"), view.due(at(1100)));
    }

    @Test
    void anEmptyFileWaitsAMinute() {
        view.look(Map.of("a", stamp(0, 1)), at(0));

        assertEquals(List.of(), view.due(at(59_999)));
        assertEquals(List.of("a"), view.due(at(60_000)));
    }

    @Test
    void whatIsNoLongerListedIsNoLongerKnown() {
        view.look(Map.of("a", stamp(1, 1), "b", stamp(1, 1)), at(0));
        view.settle("a");

        assertFalse(view.look(Map.of(), at(250)));

        assertEquals(0, view.names().count());
        assertEquals(List.of(), view.due(at(9000)));
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertEquals(Duration.ofSeconds(1), backoff.after(1));
        assertEquals(Duration.ofSeconds(8), backoff.after(4));
        assertEquals(Duration.ofSeconds(30), backoff.after(1_000_000));
    }
}
