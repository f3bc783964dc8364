package org.benchconnect.consent.grant;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.benchconnect.core.instrument.Activity;

/**
 * When somebody who said "not now" is asked again: when the run is finished, otherwise after a day; reminded at most once a day. Pure. By this PC's clock: whoever
 * sets it makes a question come earlier or later, nothing more.
 */
final class Reminder {
    private static final Duration DAY = Duration.ofDays(1);

    private Reminder() {}

    /**
     * Whether it is time.
     *
     * @param postponed when it was put off
     * @param reminded when it was last asked again by itself; {@link Instant#MIN} if never
     * @param runSeen whether a run was going on since it was put off
     * @param now what the instruments do now
     */
    static boolean isDue(Instant postponed, Instant reminded, boolean runSeen, Collection<Activity> now, Instant time) {
        boolean dayIsOver = Duration.between(postponed, time).compareTo(DAY) >= 0;
        boolean runIsOver = runSeen && !now.isEmpty() && now.stream().allMatch(activity -> activity == Activity.IDLE);
        boolean remindedToday = !reminded.equals(Instant.MIN)
                && Duration.between(reminded, time).compareTo(DAY) < 0
                && !time.isBefore(reminded);
        return dayIsOver || runIsOver && !remindedToday;
    }
}
