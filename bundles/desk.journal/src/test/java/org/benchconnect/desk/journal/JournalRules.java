package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.benchconnect.desk.teamviewer.RecordedConnection;
import org.junit.jupiter.api.Test;

/** What holds for the journal in any database. */
abstract class JournalRules {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:02Z");
    private static final String SOURCE = "urn:benchconnect:" + Events.AGENT;
    private static final String SESSION = "abcdefgh12345678";
    private static final String ONE = "00000000-0000-0000-0000-000000000001";
    private static final String TWO = "00000000-0000-0000-0000-000000000002";

    /** An empty one. */
    abstract Database database() throws Exception;

    @Test
    void anEventIsThereOnceHoweverOftenItComes() throws Exception {
        try (Journal journal = Journal.open(database())) {
            assertTrue(journal.add(Events.event(1), NOW));
            assertFalse(journal.add(Events.event(1), NOW.plusSeconds(1)));
            assertTrue(journal.add(Events.event(2), NOW));

            assertArrayEquals(new long[] {2, 0}, journal.counts());
        }
    }

    @Test
    void theFirstEventOfAnIdCounts() throws Exception {
        String first = Events.text(1, "HELP_REQUESTED", "");
        String second = Events.text(1, "SESSION_ENDED", "");
        try (Journal journal = Journal.open(database())) {
            journal.add(read(first), NOW);
            journal.add(read(second), NOW);

            assertEquals(List.of(read(first)), journal.ofSession(SOURCE, SESSION));
        }
    }

    @Test
    void whatWasStoredIsReadAsItWas() throws Exception {
        Database database = database();
        try (Journal journal = Journal.open(database)) {
            journal.add(Events.event(3), NOW);
            journal.add(Events.event(1), NOW);
        }

        try (Journal again = Journal.open(database)) {
            assertEquals(List.of(Events.event(1), Events.event(3)), again.ofSession(SOURCE, SESSION));
            assertEquals(List.of(), again.ofSession(SOURCE, "another"));
        }
    }

    @Test
    void ofARefusedEventOnlyItsDigestIsKept() throws Exception {
        byte[] bytes = "John Doe".getBytes(StandardCharsets.UTF_8);
        Database database = database();
        try (Journal journal = Journal.open(database)) {
            journal.refused(bytes, "it is not the JSON it should be", NOW);
            journal.refused(bytes, "it is not the JSON it should be", NOW);

            assertArrayEquals(new long[] {0, 1}, journal.counts());
        }
    }

    @Test
    void twoWorkersStoreAnEventOnce() throws Exception {
        Database database = database();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Journal one = Journal.open(database);
                Journal two = Journal.open(database)) {
            Callable<Integer> first = () -> added(one);
            Callable<Integer> second = () -> added(two);
            List<Future<Integer>> both = threads.invokeAll(List.of(first, second));

            assertEquals(100, both.get(0).get() + both.get(1).get());
            assertEquals(100, one.counts()[0]);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void connectionsThroughTeamViewerAreKnownByTheirIdsAndWhenTheyBegan() throws Exception {
        String of = ",\"enforcement\":\"OBSERVED_ONLY\",\"session\":\"";
        try (Journal journal = Journal.open(database())) {
            journal.add(entry(1, "10:00:00.5", "SESSION_REQUESTED", ",\"session\":\"abcdefgh12345678\""), NOW);
            journal.add(
                    entry(2, "10:20:00", "SESSION_REQUESTED", of + "abcdefgh12345678\",\"request\":\"" + ONE + "\""),
                    NOW);
            journal.add(entry(3, "11:00:00.25", "SESSION_REQUESTED", of + TWO + "\",\"request\":\"" + TWO + "\""), NOW);
            journal.add(entry(4, "11:30:00", "SUPPORTER_REFUSED", of + TWO + "\""), NOW);

            List<RecordedConnection> all = journal.throughTeamViewer(at("10:00:00.5"), at("12:00:00"));

            assertEquals(
                    List.of(
                            new RecordedConnection(
                                    Events.AGENT,
                                    SESSION,
                                    Optional.of(ONE),
                                    Optional.empty(),
                                    at("10:00:00.5"),
                                    Optional.of(at("10:20:00"))),
                            new RecordedConnection(
                                    Events.AGENT,
                                    TWO,
                                    Optional.of(TWO),
                                    Optional.empty(),
                                    at("11:00:00.25"),
                                    Optional.empty())),
                    all);
            assertEquals(all.subList(1, 2), journal.throughTeamViewer(at("10:00:01"), at("12:00:00")));
            assertEquals(all.subList(0, 1), journal.throughTeamViewer(at("10:00:00"), at("11:00:00")));
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }

    private static SessionEvent entry(long sequence, String time, String event, String more)
            throws RefusedEventException {
        String text = Events.text(sequence, event, "")
                .replace("2026-11-22T10:00:00.5Z", at(time).toString())
                .replace(",\"session\":\"abcdefgh12345678\"", more);
        return read(text);
    }

    @Test
    void aJournalOfAnotherVersionIsNotTouched() throws Exception {
        Database database = database();
        Journal.open(database).close();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE journal_version SET \"v\" = 2");
        }

        assertThrows(JournalException.class, () -> Journal.open(database));
    }

    private static int added(Journal journal) throws Exception {
        int added = 0;
        for (int i = 0; i < 100; i++) {
            added += journal.add(Events.event(i), NOW) ? 1 : 0;
        }
        return added;
    }

    private static SessionEvent read(String text) throws RefusedEventException {
        return SessionEventReader.read(Events.TOPIC, text.getBytes(StandardCharsets.UTF_8));
    }
}
