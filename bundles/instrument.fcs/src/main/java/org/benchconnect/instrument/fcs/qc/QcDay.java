package org.benchconnect.instrument.fcs.qc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day in a line of a report: year, month and day, together or with hyphens. Other orders could be read two ways and are not read. */
final class QcDay {
    private static final Pattern DAY =
            Pattern.compile("(?:^|[^0-9])(20[0-9]{2})(-?)([01][0-9])\\2([0-3][0-9])(?:[^0-9]|$)");
    /** A day stands near the beginning of its line. */
    private static final int LONGEST = 200;

    private QcDay() {}

    static @Nullable LocalDate in(String line) {
        Matcher day = DAY.matcher(line.substring(0, Math.min(LONGEST, line.length())));
        if (!day.find()) {
            return null;
        }
        try {
            return LocalDate.of(number(day, 1), number(day, 3), number(day, 4));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int number(Matcher day, int group) {
        return Integer.parseInt(day.group(group));
    }
}
