package org.benchconnect.companion.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutingTest {
    @TempDir
    private Path folder;

    private Muting at(String time) {
        return new Muting(folder.resolve("sound"), Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }

    @Test
    void anHourIsOverAfterAnHourAlsoAfterAStart() {
        at("2026-01-01T10:00:00Z").forAnHour();

        assertTrue(at("2026-01-01T10:59:00Z").muted());
        assertFalse(at("2026-01-01T11:00:00Z").muted());
    }

    @Test
    void aClockPutBackDoesNotMuteForDays() {
        at("2026-01-09T10:00:00Z").forAnHour();

        assertFalse(at("2026-01-01T10:00:00Z").muted());
    }

    @Test
    void mutedUntilSwitchedOnIsRememberedAndEnds() {
        at("2026-01-01T10:00:00Z").untilSwitchedOn();
        assertTrue(at("2027-01-01T10:00:00Z").muted());

        at("2027-01-01T10:00:00Z").on();
        assertFalse(at("2027-01-01T10:00:00Z").muted());
    }

    @Test
    void aDamagedFileMeansSound() throws Exception {
        Files.write(folder.resolve("sound"), new byte[] {0, (byte) 0xff, 7});

        assertFalse(at("2026-01-01T10:00:00Z").muted());
    }

    @Test
    void theToneIsCalculatedAndBeginsAndEndsInSilence() {
        byte[] samples = Tone.samples();

        assertEquals(2 * 2 * (int) (Tone.RATE * 0.28), samples.length);
        assertEquals(0, samples[0]);
        assertEquals(0, samples[samples.length - 1]);
    }

    @Test
    void aPcWithoutASoundDeviceIsNoError() {
        new Speaker().sound();
    }
}
