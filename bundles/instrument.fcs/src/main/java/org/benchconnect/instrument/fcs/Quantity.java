package org.benchconnect.instrument.fcs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** The units that are kept, the first for none. */
    static final List<String> UNITS = List.of("", "mW", "V", "s", "%");

    /** The units that are known, in small letters; whatever else stands behind a number makes it none. */
    private static final Map<String, Unit> KNOWN = Map.of(
            "", new Unit("", 0),
            "mw", new Unit("mW", 0),
            "w", new Unit("mW", 3),
            "uw", new Unit("mW", -3),
            "\u00b5w", new Unit("mW", -3),
            "v", new Unit("V", 0),
            "mv", new Unit("V", -3),
            "s", new Unit("s", 0),
            "ms", new Unit("s", -3),
            "%", new Unit("%", 0));

    /**
     * Any number of zeros in front, as {@code %020d} writes them, and as many decimals as a double has. A comma is a decimal one,
     * as an Italian or Spanish Windows writes it, unless three digits follow it: then it could also stand for thousands.
     */
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:0*[0-9]{1,15}(?:\\.[0-9]{0,20}|,(?:[0-9]{1,2}|[0-9]{4,20}))?|\\.[0-9]{1,20})"
                    + "(?:[eE][+-]?[0-9]{1,2})?)\\s*([A-Za-z%\u00b5]{0,2})");

    /** So many digits, and their power of ten, are exact in a double: one division gives the nearest number. */
    private static final int EXACT = 15;

    /**
     * A unit as a file writes it.
     *
     * @param kept the unit that it is kept in
     * @param powerOfTen by which it is larger than that one
     */
    private record Unit(String kept, int powerOfTen) {}

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
        Unit unit = plain ? unit(value.substring(at).strip()) : null;
        return unit != null && unit.powerOfTen() == 0
                ? new Quantity(digits / Math.max(scale, 1), unit.kept())
                : parseAnyForm(value);
    }

    private static @Nullable Quantity parseAnyForm(String value) {
        Matcher form = FORM.matcher(value);
        Unit unit = form.matches() ? unit(form.group(2)) : null;
        if (unit == null) {
            return null;
        }
        BigDecimal number = new BigDecimal(form.group(1).replace(',', '.'));
        return new Quantity(number.scaleByPowerOfTen(unit.powerOfTen()).doubleValue(), unit.kept());
    }

    private static @Nullable Unit unit(String written) {
        return KNOWN.get(written.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "a number";
    }
}
