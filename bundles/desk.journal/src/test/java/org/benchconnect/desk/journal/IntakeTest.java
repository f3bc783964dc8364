package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a real broker into the journal. */
@Timeout(400)
class IntakeTest {
    @TempDir
    Path folder;

    private Broker broker;
    private Journal journal;

    @BeforeEach
    void start() throws Exception {
        broker = new Broker(Files.createDirectories(folder.resolve("broker")));
        journal = Journal.open(Database.sqlite(folder.resolve("journal.db")));
    }

    @AfterEach
    void stop() {
        if (journal != null) {
            journal.close();
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void whatAgentsTellIsStoredOnce() throws Exception {
        try (Intake intake = intake("desk-1", journal)) {
            Await.until(intake::listening, "it listens");

            broker.publish(Events.TOPIC, Events.bytes(1), Events.bytes(2), Events.bytes(1));

            Await.until(() -> count(journal, 0) == 2, "both are there");
        }
    }

    @Test
    void workersOfAGroupShareTheEventsAndNoneIsLost() throws Exception {
        try (Journal other = Journal.open(Database.sqlite(folder.resolve("other.db")));
                Intake one = intake("desk-1", journal);
                Intake two = intake("desk-2", other)) {
            Await.until(() -> one.listening() && two.listening(), "both listen");

            byte[][] events = new byte[100][];
            for (int i = 0; i < events.length; i++) {
                events[i] = Events.bytes(i);
            }
            broker.publish(Events.TOPIC, events);

            Await.until(() -> count(journal, 0) + count(other, 0) == 100, "each is with one of them");
            assertTrue(count(journal, 0) > 0 && count(other, 0) > 0, "both had some");
        }
    }

    @Test
    void whatCameWhileTheWorkerWasAwayWaitsForIt() throws Exception {
        try (Intake intake = intake("desk-1", journal)) {
            Await.until(intake::listening, "it listens");
        }

        broker.publish(Events.TOPIC, Events.bytes(1));
        broker.close();
        broker.start();

        try (Intake again = intake("desk-1", journal)) {
            Await.until(() -> count(journal, 0) == 1, "it waited");
        }
    }

    @Test
    void anEventThatCannotBeStoredComesAgain() throws Exception {
        AtomicBoolean full = new AtomicBoolean();
        Database real = Database.sqlite(folder.resolve("full.db"));
        try (Journal troubled = Journal.open(() -> {
                    if (full.get()) {
                        throw new SQLException("the disk is full");
                    }
                    return real.open();
                });
                Intake intake = intake("desk-1", troubled)) {
            Await.until(intake::listening, "it listens");
            full.set(true);
            troubled.close(); // its connection is lost, and no other to be had

            broker.publish(Events.TOPIC, Events.bytes(1));
            Await.until(() -> !intake.listening(), "it gave the broker up");
            full.set(false);

            Await.until(() -> count(troubled, 0) == 1, "it came again");
        }
    }

    @Test
    void whatIsNoEventIsNotedAndDoesNotStopTheOthers() throws Exception {
        try (Intake intake = intake("desk-1", journal)) {
            Await.until(intake::listening, "it listens");

            broker.publish(Events.TOPIC, new byte[] {1, 2, 3}, Events.bytes(1), new byte[100_000], Events.bytes(2));

            Await.until(() -> count(journal, 0) == 2 && count(journal, 1) == 2, "two and two");
            assertArrayEquals(new long[] {2, 2}, journal.counts());
        }
    }

    @Test
    void aBrokerElsewhereIsReachedByTlsOnly() {
        assertThrows(IllegalArgumentException.class, () -> settings(URI.create("tcp://broker.example:1883"), "a"));
        assertThrows(IllegalArgumentException.class, () -> settings(URI.create("ssl://broker.example"), "a"));
        assertEquals(
                "the intake from ssl://broker.example:8883",
                settings(URI.create("ssl://broker.example:8883"), "a").toString());
    }

    private Intake intake(String worker, Journal into) {
        return new Intake(settings(broker.address(), worker), into, Clock.systemUTC());
    }

    private static IntakeSettings settings(URI address, String worker) {
        return new IntakeSettings(address, worker, "desk", "bc/v1/+/+/session", "", "", "");
    }

    private static long count(Journal journal, int which) {
        try {
            return journal.counts()[which];
        } catch (JournalException e) {
            return -1;
        }
    }
}
