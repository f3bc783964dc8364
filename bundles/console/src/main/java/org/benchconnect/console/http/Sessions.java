package org.benchconnect.console.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pages that are signed in. A session ends when nothing was asked with it for the idle time, when it reaches its greatest
 * age, when the page signs out and when the agent stops. An open event stream counts as use. Safe for any thread.
 */
public final class Sessions {
    /** How many there may be; a further one ends the one that was used longest ago. */
    public static final int MAX = 64;

    private final Clock clock;
    private final Duration idle;
    private final Duration greatestAge;
    private final List<Session> open = new ArrayList<>();

    /** Without sessions. */
    public Sessions(Clock clock, Duration idle, Duration greatestAge) {
        this.clock = clock;
        this.idle = idle;
        this.greatestAge = greatestAge;
    }

    /** A new session. */
    public synchronized Session open() {
        Instant now = clock.instant();
        forgetExpired(now);
        if (open.size() >= MAX) {
            open.remove(open.stream().min(Comparator.comparing(s -> s.lastUse)).orElseThrow());
        }
        Session session = new Session(Secret.random(), now);
        open.add(session);
        return session;
    }

    /** The session whose cookie this is, now used; empty if there is none. */
    public synchronized Optional<Session> find(String cookie) {
        forgetExpired(clock.instant());
        Session found = null;
        for (Session candidate : open) {
            if (candidate.cookie.matches(cookie)) {
                found = candidate;
            }
        }
        if (found != null) {
            found.lastUse = clock.instant();
        }
        return Optional.ofNullable(found);
    }

    /** Whether this session is still open; if so it is now used. */
    public synchronized boolean use(Session session) {
        forgetExpired(clock.instant());
        session.lastUse = clock.instant();
        return open.contains(session);
    }

    /** Ends a session. */
    public synchronized void close(Session session) {
        open.remove(session);
    }

    private void forgetExpired(Instant now) {
        open.removeIf(
                session -> !now.isBefore(session.lastUse.plus(idle)) || !now.isBefore(session.began.plus(greatestAge)));
    }

    /** One signed-in page. */
    public static final class Session {
        private final Secret cookie;
        private final Instant began;
        private Instant lastUse;

        private Session(Secret cookie, Instant began) {
            this.cookie = cookie;
            this.began = began;
            this.lastUse = began;
        }

        /** What the browser keeps. */
        public Secret cookie() {
            return cookie;
        }
    }
}
