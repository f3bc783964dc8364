package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.console.SteppingClock;
import org.benchconnect.console.http.Sessions.Session;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Sessions sessions = new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30));

    @Test
    void aSessionIsFoundByItsCookie() {
        Session session = sessions.open();

        assertTrue(sessions.find(session.cookie().reveal()).isPresent());
        assertTrue(sessions.find(Secret.random().reveal()).isEmpty());
    }

    @Test
    void anIdleSessionEnds() {
        Session session = sessions.open();

        clock.step(Duration.ofHours(12));

        assertTrue(sessions.find(session.cookie().reveal()).isEmpty());
        assertFalse(sessions.use(session));
    }

    @Test
    void useKeepsASessionUntilItsGreatestAge() {
        Session session = sessions.open();

        for (int hours = 0; hours < 30 * 24 - 8; hours += 8) {
            clock.step(Duration.ofHours(8));
            assertTrue(sessions.use(session));
        }
        clock.step(Duration.ofHours(8));

        assertFalse(sessions.use(session));
    }

    @Test
    void aClosedSessionDoesNotComeBack() {
        Session session = sessions.open();

        sessions.close(session);

        assertFalse(sessions.use(session));
        assertTrue(sessions.find(session.cookie().reveal()).isEmpty());
    }

    @Test
    void theSessionUsedLongestAgoGivesWay() {
        Session first = sessions.open();
        Session second = sessions.open();
        clock.step(Duration.ofSeconds(1));
        sessions.use(first);

        for (int i = 2; i <= Sessions.MAX; i++) {
            sessions.open();
        }

        assertTrue(sessions.use(first));
        assertFalse(sessions.use(second));
    }
}
