package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.host.reading.Volume;
import org.junit.jupiter.api.Test;

/** What a round tells, against what is told. */
class NewsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Verdict WELL = new Verdict(List.of(), Set.of());

    private static Signal disk(Volume volume, Severity severity, int percent) {
        return new Signal(
                HostCode.PC_DISK_LOW,
                severity,
                Facts.none().with(HostFact.VOLUME, volume).with(HostFact.FREE_PERCENT, percent));
    }

    private static Notification told(Signal signal, Duration ago) {
        return new Notification(
                1,
                HostWatch.SOURCE,
                signal.condition(),
                signal.code().kind(),
                signal.severity(),
                signal.facts(),
                Notification.State.OPEN,
                1,
                NOW.minus(ago),
                NOW.minus(ago),
                null,
                null);
    }

    private static News news(Topic topic, Verdict verdict, Notification... told) {
        return News.of(Map.of(topic, verdict), List.of(told), NOW);
    }

    private static Verdict so(Signal... signals) {
        return new Verdict(List.of(signals), Set.of());
    }

    @Test
    void whatIsNewIsTold() {
        Signal low = disk(Volume.SYSTEM_DISK, Severity.WARNING, 9);

        assertEquals(List.of(low), news(Topic.DISKS, so(low)).signals());
    }

    @Test
    void whatIsToldIsNotToldAgain() {
        Signal low = disk(Volume.SYSTEM_DISK, Severity.WARNING, 9);

        assertTrue(news(Topic.DISKS, so(low), told(low, Duration.ofDays(9))).isEmpty());
    }

    @Test
    void anotherSeverityIsToldAtOnce() {
        Signal worse = disk(Volume.SYSTEM_DISK, Severity.FAULT, 2);
        Notification before = told(disk(Volume.SYSTEM_DISK, Severity.WARNING, 9), Duration.ofMinutes(15));

        assertEquals(List.of(worse), news(Topic.DISKS, so(worse), before).signals());
    }

    @Test
    void otherNumbersAreToldTwiceADayAtMost() {
        Signal now = disk(Volume.SYSTEM_DISK, Severity.WARNING, 8);
        Signal before = disk(Volume.SYSTEM_DISK, Severity.WARNING, 9);

        assertTrue(news(Topic.DISKS, so(now), told(before, Duration.ofHours(12).minusSeconds(1)))
                .isEmpty());
        assertEquals(
                List.of(now),
                news(Topic.DISKS, so(now), told(before, Duration.ofHours(12))).signals());
    }

    @Test
    void whatIsWellIsOverAndWhatIsUndecidedIsNot() {
        Signal low = disk(Volume.SYSTEM_DISK, Severity.WARNING, 9);
        Notification before = told(low, Duration.ofDays(1));

        assertEquals(Set.of(low.condition()), news(Topic.DISKS, WELL, before).over());
        assertTrue(news(Topic.DISKS, new Verdict(List.of(), Set.of(low.condition())), before)
                .isEmpty());
    }

    @Test
    void aDiskThatIsNoLongerThereIsOver() {
        Signal here = disk(Volume.SYSTEM_DISK, Severity.WARNING, 9);
        Condition gone = disk(Volume.OTHER_DISK, Severity.WARNING, 9).condition();

        News news = news(
                Topic.DISKS,
                so(here),
                told(here, Duration.ofDays(1)),
                told(disk(Volume.OTHER_DISK, Severity.WARNING, 9), Duration.ofDays(1)));

        assertEquals(new News(List.of(), Set.of(gone)), news);
    }

    @Test
    void ofATopicThatCouldNotBeReadNothingIsSaid() {
        Notification before = told(disk(Volume.SYSTEM_DISK, Severity.WARNING, 9), Duration.ofDays(1));

        assertTrue(news(Topic.MEMORY, WELL, before).isEmpty());
    }

    @Test
    void everyCodeIsOwnedByOneTopic() {
        for (HostCode code : HostCode.values()) {
            int owners = 0;
            for (Topic topic : Topic.values()) {
                owners += topic.owns(code.name()) ? 1 : 0;
            }
            assertEquals(1, owners, code.name());
        }
    }
}
