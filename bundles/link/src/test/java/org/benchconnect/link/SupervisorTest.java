package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.FakeBroker.FakeSession;
import org.benchconnect.link.FakeBroker.FakeSession.Published;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final FakeBroker broker = new FakeBroker();
    private final FakeStore store = new FakeStore();
    private final SteppingClock clock = new SteppingClock(Notices.NOON);
    private final Supervisor supervisor = new Vendor().supervisor(broker, clock, clock);
    private RunningSupervisor running;

    @BeforeEach
    void start() {
        running = RunningSupervisor.start(supervisor);
    }

    @AfterEach
    void stop() throws InterruptedException {
        running.stop();
        assertTrue(broker.isClosed());
    }

    @Test
    void doesNotConnectBeforeTheStoreIsThere() throws InterruptedException {
        Await.until(SOON, () -> "", () -> supervisor.seen().problem() == Problem.LINK_PARTS_MISSING);
        assertFalse(broker.hasNext());

        supervisor.store(store);

        assertNotNull(broker.next());
    }

    @Test
    void presenceComesFirstAndItsAcknowledgementMakesItOnline() throws InterruptedException {
        supervisor.store(store);
        FakeSession session = broker.next();
        assertEquals(State.CONNECTING, supervisor.seen().state());

        session.connect();
        Published presence = session.awaitPublished();
        assertEquals(
                "bc/v1/lab-7/" + FakeStore.AGENT + "/presence",
                presence.message().topic());
        assertEquals(State.CONNECTING, supervisor.seen().state());
        session.acknowledge(presence);

        Await.until(SOON, () -> "", () -> supervisor.seen().state() == State.ONLINE);
    }

    @Test
    void sendsNoMoreThanTheWindowUntilSomethingIsAcknowledged() throws InterruptedException {
        store.append(100);
        supervisor.store(store);
        FakeSession session = online();

        List<Published> first = session.awaitPublished(Window.SIZE);
        supervisor.wake();
        Await.until(SOON, () -> "", () -> supervisor.seen().waiting() == 100);
        assertTrue(session.isQuiet());
        session.acknowledge(first.get(0));
        session.acknowledge(first.get(1));

        assertEquals(
                List.of(Window.SIZE + 1L, Window.SIZE + 2L),
                session.awaitPublished(2).stream().map(Published::token).toList());
        Await.until(SOON, () -> "", () -> store.waiting() == 98);
    }

    @Test
    void rowGoesOnlyWhenItIsAcknowledged() throws InterruptedException {
        store.append(2);
        supervisor.store(store);
        FakeSession session = online();
        List<Published> rows = session.awaitPublished(2);
        assertEquals(2, store.waiting());

        session.acknowledge(rows.get(1));

        Await.until(SOON, () -> "", () -> store.waiting() == 1);
        assertEquals(1, store.after(0, 10).get(0).sequence());
    }

    @Test
    void unacknowledgedRowsAreSentAgainAfterALoss() throws InterruptedException {
        store.append(3);
        supervisor.store(store);
        FakeSession lost = online();
        List<Published> rows = lost.awaitPublished(3);
        lost.acknowledge(rows.get(1));
        Await.until(SOON, () -> "", () -> store.waiting() == 2);

        lost.lose(Loss.SERVER_SIDE);
        FakeSession session = online();

        assertEquals(
                List.of(1L, 3L),
                session.awaitPublished(2).stream().map(Published::token).toList());
        assertTrue(lost.isClosed());
    }

    @Test
    void lettersOfAnEarlierConnectionAreIgnored() throws InterruptedException {
        store.append(1);
        supervisor.store(store);
        FakeSession lost = online();
        Published row = lost.awaitPublished();
        lost.lose(Loss.ISOLATED);
        FakeSession session = online();
        session.awaitPublished();

        lost.acknowledge(row);
        lost.lose(Loss.ISOLATED);
        supervisor.wake();

        Await.until(SOON, () -> "", () -> supervisor.seen().state() == State.ONLINE);
        assertEquals(1, store.waiting());
        assertFalse(session.isClosed());
    }

    @Test
    void rowThatCouldNotBeTakenOutIsNotSentAgainAndIsTakenOutLater() throws InterruptedException {
        store.append(2);
        supervisor.store(store);
        FakeSession session = online();
        List<Published> rows = session.awaitPublished(2);
        store.breakDown();
        session.acknowledge(rows.get(0));
        session.lose(Loss.ISOLATED);
        FakeSession next = broker.next();
        next.connect();
        next.acknowledge(next.awaitPublished());

        store.recover();
        supervisor.wake();

        assertEquals(2, next.awaitPublished().token());
        Await.until(SOON, () -> "", () -> store.waiting() == 1);
    }

    @Test
    void rowThatIsNoEventIsSetAsideAndHoldsNothingUp() throws InterruptedException {
        store.append(1);
        store.append(new NoticeReport(Notices.notice(2, "no such source")), Notices.NOON);
        store.append(1);
        supervisor.store(store);
        FakeSession session = online();

        List<Published> rows = session.awaitPublished(2);
        rows.forEach(session::acknowledge);

        assertEquals(List.of(1L, 3L), rows.stream().map(Published::token).toList());
        Await.until(SOON, () -> "", () -> store.waiting() == 0);
        assertEquals(
                List.of("3-3", "3-1"),
                store.departures(10).stream()
                        .map(Departure::id)
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void faultsLeaveBeforeWhatWaitsLonger() throws InterruptedException {
        store.append(new ReleaseReport(null, null, ReleaseReport.Outcome.REFUSED), Notices.NOON);
        store.append(2);
        supervisor.store(store);
        FakeSession session = online();

        List<Published> rows = session.awaitPublished(3);

        assertEquals(List.of(2L, 3L, 1L), rows.stream().map(Published::token).toList());
    }

    @Test
    void whatLeftIsKeptExactlyAsItWasSent() throws InterruptedException {
        store.append(1);
        supervisor.store(store);
        FakeSession session = broker.next();
        session.connect();
        Published presence = session.awaitPublished();
        session.acknowledge(presence);
        Published row = session.awaitPublished();

        session.acknowledge(row);

        Await.until(SOON, () -> "", () -> store.departures(10).size() == 1);
        assertEquals(text(row), store.departures(1).get(0).content());
        assertEquals(text(presence), supervisor.presence().newest().get(0).content());
        assertEquals("3-online-1", supervisor.presence().newest().get(0).id());
    }

    private static String text(Published published) {
        return new String(published.message().payload(), StandardCharsets.UTF_8);
    }

    @Test
    void faultOfAPartIsSurvived() throws InterruptedException {
        broker.failOnce();
        supervisor.store(store);

        FakeSession session = online();

        Await.until(SOON, () -> "", () -> supervisor.seen().state() == State.ONLINE);
        assertFalse(session.isClosed());
    }

    @Test
    void cleanStopPublishesWhatTheWillSays() throws InterruptedException {
        supervisor.store(store);
        FakeSession session = online();

        supervisor.stop();

        Published farewell = session.awaitPublished();
        assertEquals(session.will().topic(), farewell.message().topic());
        assertArrayEquals(session.will().payload(), farewell.message().payload());
        assertTrue(farewell.message().retained());
        running.ended();
        assertTrue(session.isClosed());
    }

    @Test
    void rowsOfAnyNumberArriveOnceEachWhenNothingIsLost() throws InterruptedException {
        store.append(500);
        supervisor.store(store);
        FakeSession session = online();

        for (long expected : LongStream.rangeClosed(1, 500).toArray()) {
            Published row = session.awaitPublished();
            assertEquals(expected, row.token());
            session.acknowledge(row);
        }

        Await.until(
                SOON, () -> "", () -> store.waiting() == 0 && supervisor.seen().waiting() == 0);
    }

    /** Connected, with presence acknowledged. */
    private FakeSession online() throws InterruptedException {
        FakeSession session = broker.next();
        session.connect();
        session.acknowledge(session.awaitPublished());
        return session;
    }
}
