package org.benchconnect.notify;

import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of each day, by the clock on the wall, in which what is only good to know is not told.
 *
 * @param from the first moment of them
 * @param to the first moment after them; before {@code from} where they go over midnight, equal to it where there are none
 */
record QuietHours(LocalTime from, LocalTime to) {
    static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String TIME = "((?:[01][0-9]|2[0-3]):[0-5][0-9])";
    private static final Pattern FORM = Pattern.compile(TIME + " ?- ?" + TIME);

    /**
     * Reads {@code 20:00-06:30}; empty is none.
     *
     * @throws IllegalArgumentException if it has another form, or the two are the same
     */
    static QuietHours parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        Matcher times = FORM.matcher(text.strip());
        if (!times.matches() || times.group(1).equals(times.group(2))) {
            throw new IllegalArgumentException("quiet hours are written as 20:00-06:30");
        }
        return new QuietHours(LocalTime.parse(times.group(1)), LocalTime.parse(times.group(2)));
    }

    /** Whether it is quiet then. */
    boolean contain(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isAfter(to) ? begun || notOver : begun && notOver;
    }
}
