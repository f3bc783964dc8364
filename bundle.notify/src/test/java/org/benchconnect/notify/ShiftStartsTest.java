package org.benchconnect.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftStartsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static Instant before(String starts, String now) {
        return ShiftStarts.parse(starts).beforeTheRunning(Instant.parse(now), ROME);
    }

    /** Rome is an hour before UTC in winter. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T05:30:00Z, 2026-01-14T21:00:00Z", // 06:30: the night shift
        "2026-01-15T05:00:00Z, 2026-01-14T21:00:00Z", // on the dot
        "2026-01-15T04:59:59Z, 2026-01-14T13:00:00Z", // still night: the late shift
        "2026-01-15T14:00:00Z, 2026-01-15T05:00:00Z",
        "2026-01-15T23:30:00Z, 2026-01-15T13:00:00Z",
    })
    void itIsTheShiftBeforeTheRunningOne(String now, String expected) {
        assertEquals(Instant.parse(expected), before("06:00, 14:00,22:00", now));
    }

    @Test
    void withOneShiftADayItIsYesterdays() {
        assertEquals(Instant.parse("2026-01-14T07:00:00Z"), before("08:00", "2026-01-15T07:00:00Z"));
        assertEquals(Instant.parse("2026-01-13T07:00:00Z"), before("08:00", "2026-01-15T06:59:00Z"));
    }

    @Test
    void aBeginningThatTheClockLeapsOverComesWithTheLeap() {
        // On 29 March 2026 the clocks of Rome go from 02:00 to 03:00, at 01:00 UTC.
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), before("02:30,10:00", "2026-03-29T09:00:00Z"));
    }

    @Test
    void whenTheClockGoesBackAShiftBeginsOnce() {
        // On 25 October 2026 they go from 03:00 to 02:00, at 01:00 UTC.
        assertEquals(Instant.parse("2026-10-24T08:00:00Z"), before("02:30,10:00", "2026-10-25T02:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6:00",
                "06:00,",
                "25:00",
                "06:00;14:00",
                "00:00,01:00,02:00,03:00,04:00,05:00,06:00," + "07:00,08:00,09:00,10:00,11:00,12:00"
            })
    void whatHasNotTheirFormIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ShiftStarts.parse(text));
    }
}
