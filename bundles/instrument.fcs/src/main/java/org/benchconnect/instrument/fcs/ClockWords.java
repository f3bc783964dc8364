package org.benchconnect.instrument.fcs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times and days as instruments write them. */
final class ClockWords {
    /** {@code 09:08:07}, with hundredths behind a dot (FCS3.1), sixtieths or thousandths behind a colon (FCS3.0). */
    private static final Pattern TIME =
            Pattern.compile("([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9})|:([0-9]{2})|:([0-9]{3}))?");

    /** {@code 24-Dec-12}, {@code 24-DEC-2012} or {@code 2012-Dec-24}. */
    private static final Pattern DATE =
            Pattern.compile("(?:([0-9]{1,2})-([A-Za-z]{3})-([0-9]{2}|[0-9]{4})|([0-9]{4})-([A-Za-z]{3})-([0-9]{1,2}))");

    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    /** Two digits from here on are of the 20th century: FCS began in 1984. */
    private static final int CENTURY_TURNS = 80;

    private ClockWords() {}

    static @Nullable LocalTime time(String value) {
        Matcher form = TIME.matcher(value);
        if (!form.matches()) {
            return null;
        }
        try {
            return LocalTime.of(number(form, 1), number(form, 2), number(form, 3), nanos(form));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int nanos(Matcher form) {
        if (form.group(4) != null) {
            return (int) (Double.parseDouble("0." + form.group(4)) * 1_000_000_000);
        } else if (form.group(5) != null) {
            return (int) (Math.min(number(form, 5), 59) * 1_000_000_000L / 60);
        }
        return form.group(6) != null ? number(form, 6) * 1_000_000 : 0;
    }

    static @Nullable LocalDate date(String value) {
        Matcher form = DATE.matcher(value);
        if (!form.matches()) {
            return null;
        }
        boolean dayFirst = form.group(1) != null;
        int month = MONTHS.indexOf(form.group(dayFirst ? 2 : 5).toUpperCase(Locale.ROOT));
        if (month < 0 || month % 3 != 0) {
            return null;
        }
        try {
            return LocalDate.of(year(form.group(dayFirst ? 3 : 4)), month / 3 + 1, number(form, dayFirst ? 1 : 6));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** {@code 24-Dec-2012, 09:08:07}. */
    static @Nullable LocalDateTime dateTime(String value) {
        int comma = value.indexOf(',');
        LocalDate day = comma < 0 ? null : date(value.substring(0, comma).strip());
        LocalTime time = comma < 0 ? null : time(value.substring(comma + 1).strip());
        return day == null || time == null ? null : LocalDateTime.of(day, time);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year + (year < CENTURY_TURNS ? 2000 : 1900);
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
