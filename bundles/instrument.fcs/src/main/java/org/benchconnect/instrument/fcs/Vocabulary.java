package org.benchconnect.instrument.fcs;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The closed list of keywords that this reader keeps, each with the one kind of value that it may have. Everything that is not
 * listed here is dropped while TEXT is parsed, and its value never becomes a string: what is denied needs no list (R-67).
 *
 * <p>{@code #} stands for the number of a parameter, 1 to 999. Letters match whatever their case.
 */
final class Vocabulary {
    private static final List<String> LASERS = List.of(
            "RED", "BLUE", "VIOLET", "GREEN", "YELLOW", "YELLOWGREEN", "ORANGE", "ULTRAVIOLET", "UV", "INFRARED", "IR");

    private static final Map<Integer, Entry> ENTRIES = new HashMap<>();

    static {
        allow(Kind.MODEL, "$CYT");
        allow(Kind.SERIAL, "@CYTOMETERID", "$CYTSN");
        allow(Kind.VERSION, "@BUILDNUMBER", "FILVER");
        allow(Kind.OPERATING_SYSTEM, "$SYS");
        allow(Range.COUNT, "$TOT", "$ABRT", "$LOST");
        allow(Range.PARAMETERS, "$PAR");
        allow(Range.SECONDS, "$TIMESTEP", "@ACQTIME", "@ELAPSEDTIME");
        allow(Range.OFFSET, "$NEXTDATA", "$BEGINDATA", "$ENDDATA");
        allow(Range.VOLTAGE, "$P#V");
        allow(Range.GAIN, "$P#G", "@P#GAIN");
        allow(Range.BITS, "$P#B");
        allow(Range.VALUES, "$P#R");
        allow(Range.POWER, "@TARGETLASERPOWER");
        for (String laser : LASERS) {
            allow(Range.POWER, "@" + laser + "LASERPOWER_START", "@" + laser + "LASERPOWER_END");
            allow(Range.POWER, "@" + laser + "TARGETPOWER");
            allow(Kind.TOKEN, "@" + laser + "LASERSHUTTER");
        }
        allow(Kind.TOKEN, "@STOPREASON", "STOP", "@HENELASER", "@BASELINEOFFSET", "CYTEXPERTFIL");
        allow(Kind.TOKEN, "$DATATYPE", "$MODE", "$BYTEORD");
        allow(Kind.TIME, "$BTIM", "$ETIM");
        allow(Kind.DATE, "$DATE");
        allow(Kind.DATE_TIME, "@SETTINGSFILEDATETIME");
        allow(Kind.CODE_READ, "@BARCODE");
    }

    private Vocabulary() {}

    /**
     * A keyword that may be kept.
     *
     * @param form as listed above
     * @param letters the form's bytes
     * @param kind what its value is
     * @param range of a number; null of every other kind
     */
    record Entry(String form, byte[] letters, Kind kind, @Nullable Range range) {
        /** The typed value, or null if it is none of this kind or out of range. */
        @Nullable
        Object typed(String value) {
            Object typed = kind.typed(value);
            boolean implausible =
                    range != null && typed instanceof Quantity quantity && !range.holds(quantity.number());
            return implausible ? null : typed;
        }

        /** The name, in capitals, of a keyword that was found to have this form. */
        String nameOf(byte[] text, int from, int to) {
            return form.indexOf('#') < 0
                    ? form
                    : new String(text, from, to - from, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
        }
    }

    /** The entry of the keyword in these bytes, or null if it is none that is kept. Makes no string of them. */
    static @Nullable Entry find(byte[] text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(text[at])) {
                hash = mix(hash, upper(text[at]));
            } else if (at == from || !isDigit(text[at - 1])) {
                hash = mix(hash, (byte) '#');
            }
        }
        Entry entry = ENTRIES.get(hash);
        return entry != null && matches(entry.letters(), text, from, to) ? entry : null;
    }

    private static boolean matches(byte[] form, byte[] text, int from, int to) {
        int at = from;
        for (byte expected : form) {
            int digits = 0;
            if (expected == '#') {
                while (at + digits < to && digits < 4 && isDigit(text[at + digits])) {
                    digits++;
                }
                if (digits < 1 || digits > 3 || text[at] == '0') {
                    return false;
                }
                at += digits;
            } else if (at < to && upper(text[at]) == expected) {
                at++;
            } else {
                return false;
            }
        }
        return at == to;
    }

    private static void allow(Range range, String... forms) {
        allow(Kind.NUMBER, range, forms);
    }

    private static void allow(Kind kind, String... forms) {
        allow(kind, null, forms);
    }

    private static void allow(Kind kind, @Nullable Range range, String... forms) {
        for (String form : forms) {
            byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);
            int hash = 0;
            for (byte letter : bytes) {
                hash = mix(hash, letter);
            }
            if (ENTRIES.put(hash, new Entry(form, bytes, kind, range)) != null) {
                throw new IllegalStateException("two keywords of the list have one hash: " + form);
            }
        }
    }

    private static int mix(int hash, byte letter) {
        return 31 * hash + letter;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private static byte upper(byte letter) {
        return letter >= 'a' && letter <= 'z' ? (byte) (letter - 32) : letter;
    }
}
