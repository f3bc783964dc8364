package org.benchconnect.upgrade.repository;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.benchconnect.core.link.ServiceDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a server's answers against this PC's clock. What was seen counts for a day, and only as long as the clock runs on as it did: once somebody set it, or the PC slept, the
 * next answer must tell. Safe for any thread.
 */
public final class DatesSeen implements ServiceDate {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** A day, and the look that comes a little late. */
    private static final Duration COUNTS_FOR = Duration.ofHours(26);
    /** By so many parts an ordinary clock drifts at the most: ten times what quartz does. */
    private static final int DRIFT = 1000;

    private final Clock clock;
    private final LongSupplier nanos;
    private volatile @Nullable Kept last;

    private record Kept(Seen seen, long nanos) {}

    /**
     * None seen yet.
     *
     * @param clock this PC's
     * @param nanos a steady clock, in nanoseconds
     */
    public DatesSeen(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * A question on its way.
     *
     * @param at by this PC's clock
     * @param nanos by the steady clock
     */
    record Question(Instant at, long nanos) {}

    /** Asked now. */
    Question ask() {
        return new Question(clock.instant(), nanos.getAsLong());
    }

    /** The head of the server's own answer has come now. One without a date, or that lay in a cache for a while (RFC 9111, 5.1), says nothing. */
    void answered(Question question, HttpHeaders head) {
        if (head.firstValue("age").filter(age -> !age.equals("0")).isPresent()) {
            return;
        }
        date(head).ifPresent(date -> {
            Instant now = clock.instant();
            long came = nanos.getAsLong();
            Duration trip = Duration.ofNanos(Math.max(0, came - question.nanos()));
            if (isUndisturbed(Duration.between(question.at(), now), trip)) {
                Duration half = trip.dividedBy(2);
                // Between the middle of the trip and of the second that the date stands for.
                Duration offset = Duration.between(date.plus(SECOND.dividedBy(2)), now.minus(half));
                last = new Kept(new Seen(date, now, offset, SECOND.plus(half)), came);
            }
        });
    }

    private static Optional<Instant> date(HttpHeaders head) {
        try {
            return head.firstValue("date").map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Seen> last() {
        Kept kept = last;
        if (kept == null) {
            return Optional.empty();
        }
        Duration elapsed = Duration.ofNanos(nanos.getAsLong() - kept.nanos());
        boolean counts = elapsed.compareTo(COUNTS_FOR) < 0
                && isUndisturbed(Duration.between(kept.seen().at(), clock.instant()), elapsed);
        return counts ? Optional.of(kept.seen()) : Optional.empty();
    }

    private static boolean isUndisturbed(Duration byClock, Duration steady) {
        return byClock.minus(steady).abs().compareTo(SECOND.plus(steady.dividedBy(DRIFT))) <= 0;
    }
}
