package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
    private static final Instant START = Instant.EPOCH;
    private static final Duration HOUR = Duration.ofHours(1);

    private static Watch hourly(long seed) {
        return new Watch(Optional.of(HOUR), START, new SplittableRandom(seed));
    }

    private static Instant due(Watch watch, Instant from) {
        Instant now = from;
        while (!watch.isDue(now)) {
            now = now.plusSeconds(1);
        }
        return now;
    }

    private static Instant look(Watch watch, Instant from) {
        Instant due = due(watch, from);
        watch.begins();
        watch.ended(due);
        return due;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstLookComesTwoToTenMinutesAfterTheStart(long seed) {
        Instant first = due(hourly(seed), START);

        assertFalse(first.isBefore(START.plus(Duration.ofMinutes(2))), first.toString());
        assertFalse(first.isAfter(START.plus(Duration.ofMinutes(10))), first.toString());
    }

    @Test
    void furtherLooksComeHourlyATenthEarlierOrLaterAndNotAllAtOneTime() {
        Set<Duration> gaps = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Watch watch = hourly(seed);
            Instant first = look(watch, START);

            Duration gap = Duration.between(first, look(watch, first));

            assertTrue(gap.compareTo(Duration.ofMinutes(54)) >= 0 && gap.compareTo(Duration.ofMinutes(67)) <= 0);
            gaps.add(gap);
        }
        assertTrue(gaps.size() > 25);
    }

    @Test
    void noLookBeginsWhileOneRuns() {
        Watch watch = hourly(1);
        Instant first = due(watch, START);

        watch.begins();

        assertFalse(watch.isDue(first.plus(Duration.ofDays(1))));
    }

    @Test
    void aHintBringsALookWithinTwoMinutes() {
        Watch watch = hourly(1);
        Instant first = look(watch, START);

        watch.soon(first);

        assertFalse(due(watch, first).isAfter(first.plus(Duration.ofMinutes(2))));
    }

    @Test
    void aThousandHintsBringOneLookInTenMinutes() {
        Watch watch = hourly(1);
        List<Instant> looks = new ArrayList<>();
        Instant now = look(watch, START);
        Instant end = now.plus(Duration.ofMinutes(50));

        while (now.isBefore(end)) {
            now = now.plusSeconds(3);
            watch.soon(now);
            if (watch.isDue(now)) {
                looks.add(now);
                watch.begins();
                watch.ended(now);
            }
        }

        assertTrue(looks.size() >= 4 && looks.size() <= 6, looks.toString());
    }

    @Test
    void aHintThatComesTooSoonIsNotForgotten() {
        Watch watch = hourly(1);
        Instant first = look(watch, START);
        watch.soon(first);
        Instant hinted = look(watch, first);

        watch.soon(hinted.plusSeconds(1));

        Instant next = due(watch, hinted.plusSeconds(1));
        assertEquals(10, Duration.between(hinted, next).toMinutes(), 0.1);
    }

    @Test
    void withoutAnIntervalNothingBringsALook() {
        Watch watch = new Watch(Optional.empty(), START, new SplittableRandom(1));

        watch.soon(START);

        assertFalse(watch.isDue(START.plus(Duration.ofDays(365))));
    }
}
