package org.benchconnect.console.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One-time codes with which a page signs in: each works once, within {@link #LIFETIME}. Safe for any thread. */
public final class SignInCodes {
    /** How long a code works. */
    public static final Duration LIFETIME = Duration.ofSeconds(120);
    /** How many codes may wait to be used. */
    public static final int MAX_PENDING = 20;

    private final Clock clock;
    private final List<Pending> pending = new ArrayList<>();

    /** Without codes. */
    public SignInCodes(Clock clock) {
        this.clock = clock;
    }

    /** A new code; empty if too many wait already. */
    public synchronized Optional<Issued> issue() {
        Instant now = clock.instant();
        forgetExpired(now);
        if (pending.size() >= MAX_PENDING) {
            return Optional.empty();
        }
        Pending next = new Pending(Secret.random(), now.plus(LIFETIME));
        pending.add(next);
        return Optional.of(new Issued(next.secret, next.expires));
    }

    /** Takes a code: true once for each that was issued, if it is not too old. Every pending code is compared. */
    public synchronized boolean redeem(String code) {
        forgetExpired(clock.instant());
        Pending found = null;
        for (Pending candidate : pending) {
            if (candidate.secret.matches(code)) {
                found = candidate;
            }
        }
        return found != null && pending.remove(found);
    }

    private void forgetExpired(Instant now) {
        pending.removeIf(code -> !now.isBefore(code.expires));
    }

    /**
     * A code that was just made.
     *
     * @param code what the page must present
     * @param expires until when
     */
    public record Issued(Secret code, Instant expires) {}

    private record Pending(Secret secret, Instant expires) {}
}
