package org.benchconnect.console.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.console.http.Sessions.Opened;
import org.benchconnect.console.http.Sessions.Session;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final SteppingClock clock = new SteppingClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Sessions sessions = new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30));

    @Test
    void aSessionIsFoundByItsCookie() {
        Opened opened = sessions.open();

        assertTrue(sessions.find(opened.cookie().reveal()).isPresent());
        assertTrue(sessions.find(Secret.random().reveal()).isEmpty());
    }

    @Test
    void anIdleSessionEnds() {
        Opened opened = sessions.open();

        clock.step(Duration.ofHours(12));

        assertTrue(sessions.find(opened.cookie().reveal()).isEmpty());
        assertFalse(sessions.use(opened.session()));
    }

    @Test
    void useKeepsASessionUntilItsGreatestAge() {
        Session session = sessions.open().session();

        for (int hours = 0; hours < 30 * 24 - 8; hours += 8) {
            clock.step(Duration.ofHours(8));
            assertTrue(sessions.use(session));
        }
        clock.step(Duration.ofHours(8));

        assertFalse(sessions.use(session));
    }

    @Test
    void aClosedSessionDoesNotComeBack() {
        Opened opened = sessions.open();

        sessions.close(opened.session());

        assertFalse(sessions.use(opened.session()));
        assertTrue(sessions.find(opened.cookie().reveal()).isEmpty());
    }

    @Test
    void theSessionUsedLongestAgoGivesWay() {
        Session first = sessions.open().session();
        Session second = sessions.open().session();
        clock.step(Duration.ofSeconds(1));
        sessions.use(first);

        for (int i = 2; i <= Sessions.MAX; i++) {
            sessions.open();
        }

        assertTrue(sessions.use(first));
        assertFalse(sessions.use(second));
    }

    @Test
    void aKeptSessionIsFoundAgainByItsCookieAndKeepsItsLimits() {
        List<Sessions.Kept> kept = new ArrayList<>();
        Sessions before = new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30), List.of(), all -> {
            kept.clear();
            kept.addAll(all);
        });
        Opened opened = before.open();
        Opened closed = before.open();
        before.close(closed.session());
        assertFalse(kept.toString().contains(opened.cookie().reveal()));

        clock.step(Duration.ofHours(11));
        Sessions after = new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30), List.copyOf(kept), all -> {});
        clock.step(Duration.ofHours(1));
        Sessions muchLater =
                new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30), List.copyOf(kept), all -> {});

        clock.step(Duration.ofHours(-1));
        assertTrue(after.find(opened.cookie().reveal()).isPresent());
        assertTrue(after.find(closed.cookie().reveal()).isEmpty());
        assertTrue(muchLater.find(opened.cookie().reveal()).isEmpty());
    }

    @Test
    void aKeptSessionThatBeganInTheFutureCountsForNothing() {
        Instant future = clock.instant().plusSeconds(1);
        Secret cookie = Secret.random();
        Sessions.Kept kept = new Sessions.Kept(Secret.digestOf(cookie.reveal()), future, future);

        Sessions later = new Sessions(clock, Duration.ofHours(12), Duration.ofDays(30), List.of(kept), all -> {});

        assertTrue(later.find(cookie.reveal()).isEmpty());
    }
}
