package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.ReleaseReport.Outcome;
import org.benchconnect.core.store.AgentStore;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeStore store = new FakeStore();
    private final Mailbox mailbox = new Mailbox();
    private final Rows rows = new Rows(new AtomicReference<AgentStore>(store), mailbox);
    private final Window window = new Window();

    @Test
    void firstGoesBeforeNormalAndEachInItsOrder() {
        ordinary();
        store.append(2);
        ordinary();

        assertEquals(List.of(2L, 3L, 1L, 4L), next());
    }

    @Test
    void whatComesLaterAndIsFirstPassesWhatWaits() {
        ordinary();
        window.sent(1, "{}", NOON);
        ordinary();
        store.append(1);

        assertEquals(List.of(3L, 2L), next());
    }

    @Test
    void whatIsUnderWayIsNotSentAgain() {
        store.append(3);
        window.sent(2, "{}", NOON);

        assertEquals(List.of(1L, 3L), next());
    }

    @Test
    void noMoreThanTheWindowHolds() {
        store.append(2 * Window.SIZE);
        window.sent(1, "{}", NOON);

        assertEquals(Window.SIZE - 1, next().size());
    }

    @Test
    void whatIsAcknowledgedIsKeptAmongWhatLeftAsItWasSent() throws InterruptedException {
        store.append(1);
        rows.acknowledged(1, "{\"exactly\":1}", NOON);

        rows.removeDone();
        answer();

        assertEquals(List.of(), next());
        Departure departure = store.departures(10).get(0);
        assertEquals("{\"exactly\":1}", departure.content());
        assertEquals(NOON, departure.at());
    }

    @Test
    void whatIsNoMessageIsTakenOutAndIsNotAmongWhatLeft() throws InterruptedException {
        store.append(2);

        rows.refused(1);
        assertEquals(List.of(2L), next());
        rows.removeDone();
        answer();

        assertEquals(1, store.waiting());
        assertEquals(List.of(), store.departures(10));
    }

    @Test
    void whatCouldNotBeTakenOutIsNotSentAgainAndIsTakenOutLater() throws InterruptedException {
        store.append(2);
        rows.acknowledged(1, "{}", NOON);
        store.breakDown();
        rows.removeDone();
        answer();

        store.recover();

        assertEquals(List.of(2L), next());
        rows.removeDone();
        answer();
        assertEquals(1, store.waiting());
        assertEquals(1, rows.waiting());
    }

    private void ordinary() {
        store.append(new ReleaseReport(null, null, Outcome.COMMITTED), NOON);
    }

    private List<Long> next() {
        return rows.next(window).stream().map(OutboxEntry::sequence).toList();
    }

    private void answer() throws InterruptedException {
        mailbox.take(Duration.ofSeconds(10)).forEach(letter -> rows.removed((Mailbox.Removed) letter));
    }
}
