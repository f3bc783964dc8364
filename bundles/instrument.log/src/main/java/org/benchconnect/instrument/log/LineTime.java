package org.benchconnect.instrument.log;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a line was written, by the date and time that it begins with; without a form, or where a line has none, when it was found. Only counts need it: what was written within
 * ten hours must not count as a burst because it is read at once after a restart.
 *
 * @param form of the date and time, or null
 * @param zone of this PC
 */
record LineTime(@Nullable DateTimeFormatter form, ZoneId zone) {
    /** Further off is a mistake of the log's clock. */
    private static final Duration BEFORE = Duration.ofDays(31);

    /** So far ahead of the PC's clock a line may be. */
    static final Duration BEHIND = Duration.ofMinutes(5);

    /**
     * By a pattern of {@link DateTimeFormatter}; empty for none.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LineTime of(String pattern, ZoneId zone) {
        return new LineTime(pattern.isBlank() ? null : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH), zone);
    }

    /** Seconds since 1970. */
    long of(Line line, Instant found) {
        if (form == null) {
            return found.getEpochSecond();
        }
        try {
            TemporalAccessor said = form.parse(line.text(), new ParsePosition(0));
            Instant written = LocalDateTime.from(said).atZone(zone).toInstant();
            boolean plausible = written.isAfter(found.minus(BEFORE)) && written.isBefore(found.plus(BEHIND));
            return plausible ? written.getEpochSecond() : found.getEpochSecond();
        } catch (DateTimeException | IndexOutOfBoundsException other) {
            return found.getEpochSecond();
        }
    }
}
