package org.benchconnect.instrument.fcs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit.
 *
 * @param number finite
 * @param unit one of {@link #UNITS}
 */
record Quantity(double number, String unit) {
    /** The units that are known, the first for none: whatever else stands behind a number makes it none. */
    static final List<String> UNITS = List.of("", "mW", "W", "uW", "V", "mV", "s", "ms", "%");

    /** A comma before one or two digits is a decimal one, as an Italian or Spanish Windows writes it. */
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:[0-9]{1,15}(?:\\.[0-9]{0,15}|,[0-9]{1,2})?|\\.[0-9]{1,15})"
                    + "(?:[eE][+-]?[0-9]{1,2})?)\\s*([A-Za-z%]{0,2})");

    /** So many digits, and their power of ten, are exact in a double: one division gives the nearest number. */
    private static final int EXACT = 15;

    static @Nullable Quantity parse(String value) {
        long digits = 0;
        double scale = 0;
        int at = 0;
        for (int count = 0; at < value.length() && count <= EXACT; at++) {
            char letter = value.charAt(at);
            if (letter >= '0' && letter <= '9') {
                digits = digits * 10 + letter - '0';
                scale *= 10;
                count++;
            } else if (letter == '.' && scale == 0 && count > 0) {
                scale = 1;
            } else {
                break;
            }
        }
        boolean plain = at > 0 && at <= EXACT && (at == value.length() || value.charAt(at) == ' ');
        return plain ? of(digits / Math.max(scale, 1), value.substring(at).strip()) : parseAnyForm(value);
    }

    private static @Nullable Quantity parseAnyForm(String value) {
        Matcher form = FORM.matcher(value);
        return form.matches() ? of(Double.parseDouble(form.group(1).replace(',', '.')), form.group(2)) : null;
    }

    private static @Nullable Quantity of(double number, String written) {
        for (String unit : UNITS) {
            if (unit.equalsIgnoreCase(written)) {
                return new Quantity(number, unit);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "a number";
    }
}
