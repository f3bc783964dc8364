package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaintenanceWindowTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static boolean isOpen(String window, String local) {
        return MaintenanceWindow.parse(window)
                .orElseThrow()
                .isOpen(ZonedDateTime.of(java.time.LocalDateTime.parse("2026-05-04T" + local), ROME));
    }

    @ParameterizedTest
    @CsvSource({
        "12:00-13:30, 12:00, true",
        "12:00-13:30, 13:29:59, true",
        "12:00-13:30, 13:30, false",
        "12:00-13:30, 11:59:59, false",
        "22:00-06:00, 23:59, true",
        "22:00-06:00, 00:00, true",
        "22:00-06:00, 05:59, true",
        "22:00-06:00, 06:00, false",
        "22:00-06:00, 12:00, false",
        "00:00-24:00, 00:00, true",
        "00:00-24:00, 23:59:59, true",
        "18:00-24:00, 23:59:59, true",
        "18:00-24:00, 00:00, false",
        "07:00-07:00, 03:00, true",
    })
    void opensAtItsBeginningAndClosesAtItsEnd(String window, String local, boolean open) {
        assertEquals(open, isOpen(window, local));
    }

    @Test
    void severalAreOpenOneAfterTheOther() {
        assertTrue(isOpen("12:00-13:00, 20:00-21:00", "20:30"));
        assertTrue(isOpen("12:00-13:00, 20:00-21:00", "12:30"));
        assertFalse(isOpen("12:00-13:00, 20:00-21:00", "15:00"));
    }

    @Test
    void anEmptyTextIsAlwaysOpen() {
        assertTrue(isOpen("", "03:33"));
        assertTrue(isOpen("  ", "15:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-13",
                "12:00",
                "12:00-25:00",
                "24:00-12:00",
                "12:60-13:00",
                "12:00-13:00,",
                ",",
                "always",
                "1:00-2:00"
            })
    void aTextOfAnotherFormIsNoWindow(String text) {
        assertEquals(Optional.empty(), MaintenanceWindow.parse(text));
    }

    @Test
    void aLongTextIsNoWindow() {
        assertEquals(Optional.empty(), MaintenanceWindow.parse("12:00-13:00,".repeat(100) + "12:00-13:00"));
    }

    @Test
    void neverIsNeverOpen() {
        assertFalse(MaintenanceWindow.never().isOpen(ZonedDateTime.of(2026, 5, 4, 12, 0, 0, 0, ROME)));
    }

    @Test
    void theHourThatComesTwiceIsOpenBothTimes() {
        MaintenanceWindow window = MaintenanceWindow.parse("02:00-03:00").orElseThrow();
        Instant summer = Instant.parse("2026-10-25T00:30:00Z"); // 02:30 in Rome, for the first time

        assertTrue(window.isOpen(summer.atZone(ROME)));
        assertTrue(window.isOpen(summer.plus(Duration.ofHours(1)).atZone(ROME)));
        assertFalse(window.isOpen(summer.plus(Duration.ofHours(2)).atZone(ROME)));
    }

    @Test
    void aWindowAroundTheHourThatIsLeftOutOpensAndCloses() {
        MaintenanceWindow window = MaintenanceWindow.parse("01:30-03:30").orElseThrow();
        Instant before = Instant.parse("2026-03-29T00:45:00Z"); // 01:45 in Rome; at 01:00Z clocks go to 03:00

        assertTrue(window.isOpen(before.atZone(ROME)));
        assertTrue(window.isOpen(before.plus(Duration.ofMinutes(30)).atZone(ROME)));
        assertFalse(window.isOpen(before.plus(Duration.ofMinutes(60)).atZone(ROME)));
    }
}
