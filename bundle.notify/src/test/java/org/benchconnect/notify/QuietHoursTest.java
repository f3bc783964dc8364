package org.benchconnect.notify;

import static org.benchconnect.core.signal.Severity.FAULT;
import static org.benchconnect.core.signal.Severity.INFO;
import static org.benchconnect.core.signal.Severity.WARNING;
import static org.benchconnect.notify.RunningClient.done;
import static org.benchconnect.notify.Signals.condition;
import static org.benchconnect.notify.Signals.laser;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is only good to know waits until the quiet hours end. */
class QuietHoursTest {
    @Nested
    class AtNoonWithAnHourOfQuiet {
        @AutoClose
        private RunningClient client;

        @BeforeEach
        void open(@TempDir Path home) {
            client = new RunningClient(home, Map.of("quiet_hours", "11:30-12:30"));
        }

        private List<Long> heard() {
            return client.heard().stream().map(Notification::id).toList();
        }

        @Test
        void anInfoIsListedAtOnceAndToldWhenTheyEnd() throws Exception {
            client.so(laser(1, INFO));
            assertEquals(1, client.real().active().size());
            assertEquals(List.of(State.OPEN), client.reported());

            client.pass(29);
            assertEquals(List.of(), heard());
            client.pass(1);

            assertEquals(List.of(1L), heard());
        }

        @Test
        void warningsAndFaultsAreToldAtOnce() throws Exception {
            client.so(laser(1, WARNING), laser(2, FAULT));

            assertEquals(List.of(1L, 2L), heard());
        }

        @Test
        void anInfoThatBecomesAWarningIsToldAtOnceAndNotTwice() throws Exception {
            client.so(laser(1, INFO));
            client.so(laser(1, WARNING));
            client.pass(31);

            assertEquals(List.of(1L), heard());
        }

        @Test
        void eachIsToldOnceAsItIsByThen() throws Exception {
            client.so(laser(1, INFO), laser(2, INFO));
            client.so(laser(1, INFO));
            client.well(condition(2));

            client.pass(30);

            assertEquals(List.of(1L, 2L), heard().stream().sorted().toList());
            assertTrue(client.heard().stream().anyMatch(notice -> notice.state() == State.CLEARED));
            assertTrue(client.heard().stream().anyMatch(notice -> notice.count() == 2));
        }

        @Test
        void whatAPersonDoesIsToldAtOnce() throws Exception {
            client.so(laser(1, INFO));

            done(client.real().acknowledge(1));

            assertEquals(List.of(1L), heard());
        }
    }

    private static boolean quiet(String hours, String time) {
        return QuietHours.parse(hours).contain(LocalTime.parse(time));
    }

    @Test
    void theyBeginWithTheirFirstMinuteAndEndBeforeTheirLast() {
        assertTrue(quiet("08:00-09:00", "08:00"));
        assertTrue(quiet("08:00-09:00", "08:59:59"));
        assertFalse(quiet("08:00-09:00", "09:00"));
        assertFalse(quiet("08:00-09:00", "07:59:59"));
    }

    @Test
    void theyMayGoOverMidnight() {
        assertTrue(quiet("20:00 - 06:30", "23:59"));
        assertTrue(quiet("20:00 - 06:30", "00:00"));
        assertFalse(quiet("20:00 - 06:30", "06:30"));
        assertFalse(quiet("20:00 - 06:30", "12:00"));
    }

    @Test
    void withoutAnyNoTimeIsQuiet() {
        assertFalse(quiet("", "00:00"));
        assertFalse(quiet(" ", "12:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20:00", "24:00-06:00", "20:00-20:00", "8:00-9:00", "20:00-06:00,12:00-13:00", "x"})
    void whatHasNotTheirFormIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> QuietHours.parse(text));
    }
}
