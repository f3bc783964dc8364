package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedTimeTest {
    private static final Instant MARCH = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T09:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-02T09:00:00Z");

    @TempDir
    Path home;

    private TrustedTime at(Instant clock) throws IOException {
        return new TrustedTime(home, Clock.fixed(clock, ZoneOffset.UTC));
    }

    @Test
    void withoutASignedTimeTheClockCounts() throws IOException {
        assertEquals(MARCH, at(MARCH).now());
    }

    @Test
    void aClockSetBackDoesNotGoBelowTheNewestSignedTime() throws IOException {
        at(MAY).seen(APRIL);

        assertEquals(APRIL, at(MARCH).now());
        assertEquals(MAY, at(MAY).now());
    }

    @Test
    void anOlderSignedTimeChangesNothing() throws IOException {
        TrustedTime time = at(MARCH);
        time.seen(MAY);

        time.seen(APRIL);

        assertEquals(MAY, time.now());
        assertEquals(MAY, at(MARCH).now());
    }

    @Test
    void whatCannotBeReadLeavesTheClock() throws IOException {
        at(MARCH).seen(MAY);
        Files.writeString(home.resolve("trust/newest-time"), "soon");

        assertEquals(MARCH, at(MARCH).now());
    }
}
