package org.benchconnect.core.signal;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The serial number of an instrument: 1 to 32 letters, digits, dots, hyphens or underscores, at least one of them a digit, and no
 * date, which could be somebody's birthday. Eight digits in a row stay a serial number, whatever day they could mean. Only
 * {@link #parse} makes one, and only from the keyword in which the manufacturer writes it.
 */
public final class SerialNumber {
    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

    /** A year, month and day in either order, or a day, month and year of two digits; the month as a number or three letters. */
    private static final Pattern DATE =
            Pattern.compile("(?:YEAR[._-]MONTH[._-]DAY|(?:DAY[._-]MONTH|MONTH[._-]DAY)[._-]YEAR)"
                    .replace("YEAR", "(?:(?:18|19|20)?[0-9]{2})")
                    .replace("MONTH", "(?:0?[1-9]|1[0-2]|[A-Za-z]{3})")
                    .replace("DAY", "(?:0?[1-9]|[12][0-9]|3[01])"));

    private final String digits;

    private SerialNumber(String digits) {
        this.digits = digits;
    }

    /** The serial number in {@code text}, white space around it ignored; empty if it does not have the form of one. */
    public static Optional<SerialNumber> parse(CharSequence text) {
        String trimmed = text.toString().strip();
        boolean valid =
                FORM.matcher(trimmed).matches() && !DATE.matcher(trimmed).matches();
        return valid ? Optional.of(new SerialNumber(trimmed)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SerialNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return Objects.hash(digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
