package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.Departures.Departure;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.OutboxFullException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlOutboxTest {
    private static final Report NORMAL = new ReleaseReport(null, null, ReleaseReport.Outcome.COMMITTED);
    private static final Report FIRST =
            new HeadReport(new Head("0f".repeat(16), 65, "ab".repeat(32), NOON, "A".repeat(86) + "=="));

    @TempDir
    Path home;

    SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(home, Clock.fixed(NOON, ZoneOffset.UTC), Given.QUICK, true);
        store.bindStreams(stream -> true);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void change(Consumer<Outbox> change) throws Exception {
        done(store.write(tables -> {
            change.accept(tables.outbox());
            return true;
        }));
    }

    private void append(Report... reports) throws Exception {
        change(outbox -> List.of(reports).forEach(report -> outbox.append(report, NOON)));
    }

    private List<Long> next(Set<Long> underWay, int limit) {
        return store.read(tables -> tables.outbox().next(underWay, limit)).stream()
                .map(OutboxEntry::sequence)
                .toList();
    }

    private List<Departure> departures() {
        return store.read(tables -> tables.outbox().departures(1000));
    }

    private long givenUp() {
        return store.read(tables -> tables.outbox().givenUp());
    }

    @Test
    void faultsAndHeadsGoFirstEachInItsOrder() throws Exception {
        append(NORMAL, FIRST, NORMAL, Given.report(1), FIRST);

        assertEquals(List.of(2L, 4L, 5L, 1L, 3L), next(Set.of(), 10));
        assertEquals(List.of(5L, 1L), next(Set.of(2L, 4L), 2));
        assertEquals(List.of(), next(Set.of(), 0));
    }

    @Test
    void whatIsUnderWayIsNotOfferedAgain() throws Exception {
        append(NORMAL, NORMAL, NORMAL);

        assertEquals(List.of(2L), next(Set.of(1L, 3L, 99L), 10));
    }

    @Test
    void whatWaitsOfAStreamThatWasSwitchedOffStays() throws Exception {
        append(NORMAL, FIRST);

        store.bindStreams(stream -> stream == Stream.RELEASE_REPORTS);
        assertEquals(List.of(1L), next(Set.of(), 10));
        store.bindStreams(stream -> false);
        assertEquals(List.of(), next(Set.of(), 10));

        store.bindStreams(stream -> true);
        assertEquals(List.of(2L, 1L), next(Set.of(), 10));
    }

    @Test
    void whatIsNoMessageIsSetAsideForAPersonToLookAt() throws Exception {
        append(NORMAL, FIRST);

        change(outbox -> outbox.remove(1));

        assertEquals(List.of(2L), next(Set.of(), 10));
        assertEquals(List.of(), departures());
        store.close();
        try (Statements sql = Given.sql(home)) {
            assertEquals(1, sql.number("SELECT count(*) FROM quarantine WHERE origin = 'outbox' AND row = 1"));
        }
    }

    @Nested
    class WhatLeft {
        @Test
        void isKeptExactlyAsItWasSent() throws Exception {
            append(NORMAL, FIRST);

            change(outbox -> outbox.sent(1, "{\"a\": \"é\"}", NOON.plusSeconds(5)));

            String id = store.bootEpoch() + "-1";
            assertEquals(
                    List.of(new Departure(NOON.plusSeconds(5), Stream.RELEASE_REPORTS, id, "{\"a\": \"é\"}")),
                    departures());
            assertEquals(List.of(2L), next(Set.of(), 10));
        }

        @Test
        void isToldNewestFirstAndTheNewestThousandAreKept() throws Exception {
            for (int i = 0; i < SqlOutbox.DEPARTURES + 5; i++) {
                append(NORMAL);
            }

            change(outbox -> {
                for (int i = 1; i <= SqlOutbox.DEPARTURES + 5; i++) {
                    outbox.sent(i, "{\"n\":" + i + "}", NOON);
                }
            });

            List<Departure> kept = departures();
            assertEquals(SqlOutbox.DEPARTURES, kept.size());
            assertEquals("{\"n\":1005}", kept.get(0).content());
            assertEquals("{\"n\":6}", kept.get(kept.size() - 1).content());
        }

        @Test
        void isNothingWhereNoRowWas() throws Exception {
            change(outbox -> outbox.sent(77, "{}", NOON));

            assertEquals(List.of(), departures());
        }

        @Test
        void isRefusedIfItIsLongerThanAMessageCanBe() throws Exception {
            append(NORMAL);

            Given.failure(store.write(tables -> {
                tables.outbox().sent(1, "é".repeat(SqlOutbox.MAX_SENT / 2 + 1), NOON);
                return true;
            }));

            assertEquals(List.of(1L), next(Set.of(), 10));
        }
    }

    @Nested
    class Full {
        @BeforeEach
        void threeMayWait() {
            store.bindBounds(new OutboxBounds(3, 1_000_000));
        }

        @Test
        void theOldestThatMayGoMakesRoomAndIsCounted() throws Exception {
            append(FIRST, NORMAL, NORMAL, NORMAL, FIRST);

            assertEquals(List.of(1L, 5L, 4L), next(Set.of(), 10));
            assertEquals(2, givenUp());
        }

        @Test
        void byLengthManySmallOnesGoForALargeOne() throws Exception {
            append(NORMAL, NORMAL, NORMAL);
            long small = ReportCodec.encode(NORMAL).length();
            Report large = Given.report(1);
            long length = ReportCodec.encode(large).length();
            store.bindBounds(new OutboxBounds(1000, length + small));

            append(large);

            assertEquals(List.of(4L, 3L), next(Set.of(), 10));
            assertEquals(2, givenUp());
        }

        @Test
        void ofFaultsAloneRefusesLoudlyAndForgetsNone() throws Exception {
            append(FIRST, FIRST, Given.report(1));

            Throwable cause = Given.failure(
                            store.write(tables -> tables.outbox().append(FIRST, NOON)))
                    .getCause();

            assertEquals(3, assertInstanceOf(OutboxFullException.class, cause).rows());
            assertEquals(List.of(1L, 2L, 3L), next(Set.of(), 10));
        }

        @Test
        void oneThatHasNoRoomEvenSoMakesNothingGiveWay() throws Exception {
            append(NORMAL, FIRST, NORMAL);
            long held = store.read(tables -> tables.outbox().after(0, 10)).stream()
                    .mapToLong(entry -> ReportCodec.encode(entry.report()).length())
                    .sum();
            store.bindBounds(new OutboxBounds(1000, held));
            Report large = Given.report(1);
            assertTrue(ReportCodec.encode(large).length()
                    > 2 * ReportCodec.encode(NORMAL).length());

            change(outbox -> assertThrows(OutboxFullException.class, () -> outbox.append(large, NOON)));

            assertEquals(List.of(2L, 1L, 3L), next(Set.of(), 10));
            assertEquals(1, givenUp());
        }

        @Test
        void whoeverGoesOnWithoutTheMessageHasItCounted() throws Exception {
            append(FIRST, FIRST, FIRST);

            change(outbox -> assertThrows(OutboxFullException.class, () -> outbox.append(NORMAL, NOON)));

            assertEquals(1, givenUp());
            assertEquals(3, next(Set.of(), 10).size());
        }

        @Test
        void aMessageGivenUpWhileItWasUnderWayDepartedAllTheSame() throws Exception {
            append(NORMAL, NORMAL, NORMAL, NORMAL);

            change(outbox -> outbox.sent(1, "{}", NOON));

            assertEquals(store.bootEpoch() + "-1", departures().get(0).id());
            assertEquals(List.of(2L, 3L, 4L), next(Set.of(), 10));
        }

        @Test
        void whatWasSentMakesRoom() throws Exception {
            append(FIRST, FIRST, FIRST);
            change(outbox -> outbox.sent(1, "{}", NOON));

            append(FIRST);

            assertEquals(List.of(2L, 3L, 4L), next(Set.of(), 10));
            assertEquals(0, givenUp());
        }
    }

    @Test
    void theShippedBoundHoldsFiftyThousand() {
        assertTrue(OutboxBounds.SHIPPED.take(50_000, 64_000_000));
        assertTrue(!OutboxBounds.SHIPPED.take(50_001, 1) && !OutboxBounds.SHIPPED.take(1, 64_000_001));
    }
}
