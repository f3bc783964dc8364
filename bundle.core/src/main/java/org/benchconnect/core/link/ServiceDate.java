package org.benchconnect.core.link;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What time the service side says it is: the {@code Date} of its HTTPS answers (RFC 9110, 6.6.1), over connections whose certificate was right. Good enough to tell people that this PC's
 * clock is wrong, where the operating system knows of no time service, and for nothing else: it is <em>not</em> signed, and no trusted time is raised or lowered by it.
 */
@ProviderType
@FunctionalInterface
public interface ServiceDate {
    /** The last one; empty if there is none that still says something about this PC's clock. Never blocks. Any thread. */
    Optional<Seen> last();

    /**
     * One answer.
     *
     * @param date what the server wrote, in whole seconds
     * @param at when the answer came, by this PC's clock
     * @param offset this PC's clock less the service side's; positive: this PC is ahead
     * @param uncertainty how far the offset may be wrong: one second, as the date has no fractions, and half the time from question to answer
     */
    record Seen(Instant date, Instant at, Duration offset, Duration uncertainty) {
        /** How far this PC's clock is off at least, without a sign; zero if it may be right. */
        public Duration atLeast() {
            Duration least = offset.abs().minus(uncertainty);
            return least.isNegative() ? Duration.ZERO : least;
        }

        /** How far this PC's clock is off at the most, without a sign. */
        public Duration atMost() {
            return offset.abs().plus(uncertainty);
        }
    }
}
