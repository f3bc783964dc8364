package org.benchconnect.console.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The pages that are signed in. A session ends when nothing was asked with it for the idle time, when it reaches its greatest
 * age, and when the page signs out; it outlives this object where somebody keeps it. Of its cookie only the digest is known here. An open event stream counts as
 * use. Safe for any thread.
 */
public final class Sessions {
    /** How many there may be; a further one ends the one that was used longest ago. */
    public static final int MAX = 64;
    /** Use alone is told to the keeper no more often than this. */
    private static final Duration BETWEEN_USES = Duration.ofMinutes(5);

    private final Clock clock;
    private final Duration idle;
    private final Duration greatestAge;
    private final Consumer<List<Kept>> keeper;
    private final List<Session> open = new ArrayList<>();
    private Instant told;
    private boolean ended;

    /**
     * What of a session may be kept: nobody can sign in with it.
     *
     * @param cookie the SHA-256 of the cookie, in hexadecimal digits
     */
    public record Kept(String cookie, Instant began, Instant lastUse) {}

    /**
     * A session that begins.
     *
     * @param cookie what the browser keeps; told this once
     */
    public record Opened(Session session, Secret cookie) {}

    /** Without sessions, of which nobody keeps any. */
    public Sessions(Clock clock, Duration idle, Duration greatestAge) {
        this(clock, idle, greatestAge, List.of(), kept -> {});
    }

    /**
     * With those that were kept, as far as they are not over; one that began in the future is. The keeper is told all of them whenever one began or ended, and
     * at most each five minutes while they are used; it must not throw.
     */
    public Sessions(Clock clock, Duration idle, Duration greatestAge, List<Kept> kept, Consumer<List<Kept>> keeper) {
        this.clock = clock;
        this.idle = idle;
        this.greatestAge = greatestAge;
        this.keeper = keeper;
        this.told = clock.instant();
        kept.stream()
                .filter(one -> !one.began().isAfter(told) && !one.lastUse().isAfter(told))
                .limit(MAX)
                .forEach(one -> open.add(new Session(one.cookie(), one.began(), one.lastUse())));
        forgetExpired(told);
    }

    /** A new session. */
    public synchronized Opened open() {
        Instant now = clock.instant();
        forgetExpired(now);
        if (open.size() >= MAX) {
            open.remove(open.stream().min(Comparator.comparing(s -> s.lastUse)).orElseThrow());
        }
        Secret cookie = Secret.random();
        Session session = new Session(Secret.digestOf(cookie.reveal()), now, now);
        open.add(session);
        tell(now);
        return new Opened(session, cookie);
    }

    /** The session whose cookie this is, now used; empty if there is none. */
    public synchronized Optional<Session> find(String cookie) {
        Instant now = clock.instant();
        forgetExpired(now);
        String digest = Secret.digestOf(cookie);
        Session found = null;
        for (Session candidate : open) {
            if (Secret.isSameDigest(candidate.cookie, digest)) {
                found = candidate;
            }
        }
        if (found != null) {
            touch(found, now);
        }
        return Optional.ofNullable(found);
    }

    /** Whether this session is still open; if so it is now used. */
    public synchronized boolean use(Session session) {
        Instant now = clock.instant();
        forgetExpired(now);
        if (!open.contains(session)) {
            return false;
        }
        touch(session, now);
        return true;
    }

    /** Ends a session. */
    public synchronized void close(Session session) {
        if (open.remove(session)) {
            tell(clock.instant());
        }
    }

    /** Tells the keeper how they are now. */
    public synchronized void keep() {
        Instant now = clock.instant();
        forgetExpired(now);
        tell(now);
    }

    /** Tells the keeper for the last time: whatever is asked of these sessions from now on is another console's to keep. */
    public synchronized void end() {
        keep();
        ended = true;
    }

    private void touch(Session session, Instant now) {
        session.lastUse = now;
        if (!now.isBefore(told.plus(BETWEEN_USES))) {
            tell(now);
        }
    }

    private void tell(Instant now) {
        told = now;
        if (ended) {
            return;
        }
        keeper.accept(open.stream()
                .map(one -> new Kept(one.cookie, one.began, one.lastUse))
                .toList());
    }

    private void forgetExpired(Instant now) {
        open.removeIf(
                session -> !now.isBefore(session.lastUse.plus(idle)) || !now.isBefore(session.began.plus(greatestAge)));
    }

    /** One signed-in page. */
    public static final class Session {
        /** Its SHA-256. */
        private final String cookie;

        private final Instant began;
        private Instant lastUse;

        private Session(String cookie, Instant began, Instant lastUse) {
            this.cookie = cookie;
            this.began = began;
            this.lastUse = lastUse;
        }
    }
}
