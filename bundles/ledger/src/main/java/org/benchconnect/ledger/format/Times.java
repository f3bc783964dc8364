package org.benchconnect.ledger.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as a ledger has them: UTC, to the millisecond, always 24 characters, from 1970 to 9999. */
final class Times {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");

    private Times() {}

    /** To the millisecond, and within the years that can be written: a mad clock writes a mad time and stops nothing. */
    static Instant within(Instant time) {
        Instant latest = time.isAfter(LAST) ? LAST : time;
        return (latest.isBefore(Instant.EPOCH) ? Instant.EPOCH : latest).truncatedTo(ChronoUnit.MILLIS);
    }

    static String write(Instant time) {
        return FORMAT.format(time);
    }

    static Instant read(String text) throws FormException {
        if (!FORM.matcher(text).matches() || text.compareTo("1970") < 0) {
            throw new FormException("a time is written to the millisecond, in UTC, from 1970 on");
        }
        try {
            Instant time = Instant.parse(text);
            if (write(time).equals(text)) { // 24:00 and leap seconds have another form
                return time;
            }
        } catch (DateTimeException notACalendarsDay) {
            // refused below
        }
        throw new FormException("there is no such time");
    }
}
