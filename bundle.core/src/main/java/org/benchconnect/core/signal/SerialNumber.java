package org.benchconnect.core.signal;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The serial number of an instrument: 2 to 32 letters, digits, dots or hyphens, at least one of them a digit. Only
 * {@link #parse} makes one, and only from the keyword in which the manufacturer writes it.
 */
public final class SerialNumber {
    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9.-]{1,31}");

    private final String digits;

    private SerialNumber(String digits) {
        this.digits = digits;
    }

    /** The serial number in {@code text}, white space around it ignored; empty if it does not have the form of one. */
    public static Optional<SerialNumber> parse(CharSequence text) {
        String trimmed = text.toString().strip();
        return FORM.matcher(trimmed).matches() ? Optional.of(new SerialNumber(trimmed)) : Optional.empty();
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
