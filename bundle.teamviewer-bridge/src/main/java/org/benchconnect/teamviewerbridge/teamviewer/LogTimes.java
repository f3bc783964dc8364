package org.benchconnect.teamviewerbridge.teamviewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which clock the client's log shows: disputed, so found out at each site and set there. */
enum LogTimes {
    /** Nobody found it out: times of the log are not used, only their order and their distance. */
    UNKNOWN,
    /** Coordinated universal time. */
    UTC,
    /** The time of this PC's zone. */
    LOCAL;

    private static final Duration NEAR = Duration.ofMinutes(10);

    /** The moment; empty where nobody knows the clock. */
    Optional<Instant> moment(LocalDateTime shown, ZoneId here) {
        return switch (this) {
            case UNKNOWN -> Optional.empty();
            case UTC -> Optional.of(shown.toInstant(ZoneOffset.UTC));
            case LOCAL -> Optional.of(shown.atZone(here).toInstant());
        };
    }

    /**
     * Which of the two fits a connection whose end was just seen; UNKNOWN if neither does or, where the zone is that of Greenwich, both do.
     *
     * @param ended as the log shows it
     * @param seen when the line was first there
     */
    static LogTimes fitting(LocalDateTime ended, Instant seen, ZoneId here) {
        boolean utc = UTC.moment(ended, here).filter(one -> isNear(one, seen)).isPresent();
        boolean local =
                LOCAL.moment(ended, here).filter(one -> isNear(one, seen)).isPresent();
        if (utc == local) {
            return UNKNOWN;
        }
        return utc ? UTC : LOCAL;
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(NEAR) < 0;
    }
}
