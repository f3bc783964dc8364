package org.benchconnect.instrument.fcs;

import static org.benchconnect.instrument.fcs.OneKeyword.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times and dates, as instruments write them. */
class KeywordTimesTest {
    @Test
    void aTimeHasFractionsAsEachVersionWritesThem() {
        Map<String, LocalTime> times = Map.of(
                "11:22:33", LocalTime.of(11, 22, 33),
                "9:08:07", LocalTime.of(9, 8, 7),
                "10:20:30.59", LocalTime.of(10, 20, 30, 590_000_000),
                "17:18:19:30", LocalTime.of(17, 18, 19, 500_000_000),
                "08:07:06:405", LocalTime.of(8, 7, 6, 405_000_000));

        times.forEach((text, time) ->
                assertEquals(Optional.of(time), with("$BTIM", text).time("$BTIM"), text));
    }

    @Test
    void whatIsNoTimeIsEmpty() {
        for (String text : List.of("24:00:00", "12:60:00", "12:00", "12.00.00", "noon", "12:00:00 PM")) {
            assertTrue(with("$ETIM", text).time("$ETIM").isEmpty(), text);
        }
    }

    @Test
    void aDateHasItsMonthAsAWord() {
        Map<String, LocalDate> days = Map.of(
                "24-Dec-12", LocalDate.of(2012, 12, 24),
                "3-JAN-99", LocalDate.of(1999, 1, 3),
                "15-APR-2012", LocalDate.of(2012, 4, 15),
                "2015-Sep-16", LocalDate.of(2015, 9, 16));

        days.forEach((text, day) ->
                assertEquals(Optional.of(day), with("$DATE", text).date("$DATE"), text));
    }

    @Test
    void whatIsNoDateIsEmpty() {
        for (String text : List.of("31-Feb-2020", "24-Xxx-12", "24-ANF-12", "24/12/2012", "today", "00-Jan-2020")) {
            assertTrue(with("$DATE", text).date("$DATE").isEmpty(), text);
        }
    }

    @Test
    void aDayWithItsTimeIsOneOrNone() {
        assertEquals(
                Optional.of(LocalDateTime.of(2012, 12, 24, 9, 8, 7)),
                with("@SETTINGSFILEDATETIME", "24-Dec-2012, 09:08:07").dateTime("@SETTINGSFILEDATETIME"));
        for (String none : List.of("N/A", "24-Dec-2012", "24-Dec-2012,", ", 09:08:07", "31-Feb-2012, 09:08:07", " ")) {
            assertEquals(Optional.empty(), with("@SETTINGSFILEDATETIME", none).dateTime("@SETTINGSFILEDATETIME"), none);
        }
    }
}
