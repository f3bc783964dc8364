package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rounds over a PC of the test's own, told to a notification client that keeps what it is told. */
class RoundsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SamplePc pc = new SamplePc();
    private final KeptNotices notices = new KeptNotices();
    private final TimeLimit timeLimit = new TimeLimit(Duration.ofSeconds(60));
    private final Rounds rounds = rounds(new Remembered(new AtomicReference<>()), START);

    private static Remembered remembering(AgentStore store) {
        return new Remembered(new AtomicReference<>(store));
    }

    private Rounds rounds(Remembered remembered, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Rounds(
                new Checks(pc, HostLimits.SHIPPED, remembered, clock, Optional::empty), remembered, timeLimit, clock);
    }

    @AfterEach
    void close() {
        timeLimit.close();
    }

    private static VolumeSpace disk(long usable) {
        return new VolumeSpace(Volume.SYSTEM_DISK, usable, 100);
    }

    @Test
    void aHealthyPcHasNothingToTell() {
        rounds.round(notices);

        assertEquals(List.of(), notices.reports());
        assertEquals(
                Fact.Token.of(Rounds.Subject.HOST_CHECKED),
                rounds.status(Optional.empty()).subject());
    }

    @Test
    void aFullDiskBecomesANoticeOfTheHostAndClearsWhenThereIsRoom() {
        pc.disk = disk(2);
        rounds.round(notices);
        rounds.round(notices);

        assertEquals(1, notices.reports().size());
        assertEquals("host", notices.active().get(0).source());
        assertEquals(Severity.FAULT, notices.active().get(0).severity());

        pc.disk = disk(60);
        rounds.round(notices);

        assertEquals(List.of(), notices.active());
    }

    @Test
    void aCheckThatCannotLookLeavesItsNoticeAndStopsNoOther() {
        pc.disk = disk(2);
        rounds.round(notices);
        pc.disk = null;
        pc.restartWaits = true;
        rounds.round(notices);

        assertEquals(
                List.of("PC_DISK_LOW", "PC_RESTART_WAITS"),
                notices.active().stream()
                        .map(notice -> notice.condition().code())
                        .sorted()
                        .toList());
        Status status = rounds.status(Optional.empty());
        assertEquals(Fact.Token.of(Rounds.Subject.HOST_UNREADABLE), status.subject());
        assertEquals(new Fact.Quantity(1), status.facts().get(Rounds.Name.UNREADABLE));
    }

    @Test
    void withoutANotificationClientTheNextRoundTells() {
        pc.disk = disk(2);
        assertFalse(rounds.round(null));

        assertTrue(rounds.round(notices));

        assertEquals(1, notices.active().size());
    }

    @Test
    void aReportThatCouldNotBeStoredIsToldAgain() {
        pc.disk = disk(2);
        notices.failNext();
        rounds.round(notices);
        assertEquals(List.of(), notices.active());

        rounds.round(notices);

        assertEquals(1, notices.active().size());
    }

    @Test
    void beforeTheFirstRoundTheStatusSaysSo() {
        assertEquals(
                Fact.Token.of(Rounds.Subject.HOST_WAITS),
                rounds.status(Optional.empty()).subject());
    }

    @Test
    void noticesOfOthersAreNotTouched() {
        notices.tellAs("upgrade", HostCode.PC_DISK_LOW);

        rounds.round(notices);

        assertEquals(1, notices.active().size());
    }

    @Test
    void whatIsRememberedOutlivesARestart() {
        InMemoryStore store = new InMemoryStore();
        pc.restartWaits = true;
        rounds(remembering(store), START).round(notices);
        double since = START.getEpochSecond();
        assertEquals(List.of(since), store.memory("host").row(RememberedRow.RESTART_SINCE));
        assertEquals(List.of(100.0, since / 3600, 60.0), store.memory("host").row(Volume.SYSTEM_DISK));

        rounds(remembering(store), START.plus(Duration.ofDays(4))).round(notices);

        assertEquals(List.of(since), store.memory("host").row(RememberedRow.RESTART_SINCE));
        assertEquals(5, store.memory("host").row(Volume.SYSTEM_DISK).size());
        assertEquals(Severity.WARNING, notices.active().get(0).severity());
    }

    @Test
    void aRestartThatHappenedBeginsAnew() {
        InMemoryStore store = new InMemoryStore();
        pc.restartWaits = true;
        rounds(remembering(store), START).round(notices);
        pc.restartWaits = false;

        rounds(remembering(store), START.plusSeconds(60)).round(notices);

        assertEquals(List.of(), store.memory("host").row(RememberedRow.RESTART_SINCE));
        assertEquals(List.of(), notices.active());
    }
}
