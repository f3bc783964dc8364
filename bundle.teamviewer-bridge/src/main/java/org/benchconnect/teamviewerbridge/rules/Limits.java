package org.benchconnect.teamviewerbridge.rules;

import java.time.Duration;

/**
 * How long things last. The settings can make the first three shorter, nothing makes any longer.
 *
 * @param question an unanswered request is a no after this, 10 to 60 s
 * @param idle a supporter who does nothing for so long is sent away, 1 to 10 minutes
 * @param longest a session never lasts longer, 1 to 4 hours
 */
public record Limits(Duration question, Duration idle, Duration longest) {
    /** As shipped, and the most. */
    public static final Limits MOST = new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofHours(4));
    /** So long the way in is open. */
    public static final Duration INVITATION = Duration.ofMinutes(10);
    /** A companion that was not heard for so long is not there. */
    public static final Duration COMPANION = Duration.ofSeconds(2);
    /** What is being ended is over after this, whether or not its end was reported. */
    public static final Duration ENDING = Duration.ofSeconds(5);
    /** So many wrong passwords burn it. */
    public static final int PASSWORDS = 5;
    /** So many noes to the same keep it from being asked again. */
    public static final int NOES = 2;
    /** So many requests that nobody here is asked about are taken; one more ends the session. */
    public static final int AT_ONCE = 30;

    /** Refuses what would be more. */
    public Limits {
        if (!within(question, Duration.ofSeconds(10), Duration.ofSeconds(60))
                || !within(idle, Duration.ofMinutes(1), Duration.ofMinutes(10))
                || !within(longest, Duration.ofHours(1), Duration.ofHours(4))) {
            throw new IllegalArgumentException("question 10 to 60 s, idle 1 to 10 min, longest 1 to 4 h");
        }
    }

    private static boolean within(Duration value, Duration least, Duration most) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
}
