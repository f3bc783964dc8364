package org.benchconnect.instrument.fcs.qc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in a table the columns stand, by the words of its first line: a detector, and the change of its gain in percent, or a result, or the width of its peak in percent
 * beside its gain. A width alone is what statistics of a specimen have too. -1 for a column that is not there.
 *
 * @param separator of the cells
 * @param count how many cells a row has
 * @param change index of the change of the gain or voltage in percent
 * @param rcv index of the robust coefficient of variation
 * @param result index of what the report says of the detector
 */
record QcColumns(char separator, int count, int change, int rcv, int result) {
    private static final Set<String> DETECTOR = Set.of("detector", "channel", "parameter");
    private static final Set<String> CHANGE =
            Set.of("%gainchange", "gainchange%", "%change", "change%", "%voltagechange");
    private static final Set<String> RCV = Set.of("%rcv", "rcv%", "rcv", "%cv", "cv%", "hpcv", "cv");
    private static final Set<String> GAIN = Set.of("gain", "deltagain", "voltage", "deltavoltage");
    private static final Set<String> RESULT = Set.of("result", "status", "passfail", "qcresult");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9%]+");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9]{1,9}(?:[.,][0-9]{0,12})?(?:[eE][+-]?[0-9]{1,2})?");
    private static final String SEPARATORS = ",;\t";
    private static final int MAX_COLUMNS = 64;

    /** The columns of a line that is a table's first, or null if it is none. */
    static @Nullable QcColumns in(String line) {
        char separator = separatorOf(line);
        List<String> names = split(line, separator, MAX_COLUMNS).stream()
                .map(QcColumns::letters)
                .toList();
        int change = index(names, CHANGE);
        int rcv = index(names, RCV);
        int result = index(names, RESULT);
        boolean judged = change >= 0 || result >= 0 || (rcv >= 0 && index(names, GAIN) >= 0);
        boolean table = index(names, DETECTOR) >= 0 && judged;
        return table ? new QcColumns(separator, names.size(), change, rcv, result) : null;
    }

    private static int index(List<String> names, Set<String> words) {
        for (int index = 0; index < names.size(); index++) {
            if (words.contains(names.get(index))) {
                return index;
            }
        }
        return -1;
    }

    /** A comma, unless there are more semicolons or tabs, as an Italian or Spanish Windows writes. */
    static char separatorOf(String line) {
        char best = ',';
        long most = -1;
        for (char candidate : SEPARATORS.toCharArray()) {
            long count = line.chars().filter(letter -> letter == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    /** The index of the last column that is looked at. */
    int lastWanted() {
        return Math.max(change, Math.max(rcv, result));
    }

    List<String> cells(String line, int most) {
        return split(line, separator, most);
    }

    /** The cells of a line; what stands between quotation marks is one cell. */
    static List<String> split(String line, char separator, int most) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at <= line.length() && cells.size() < most; at++) {
            char letter = at < line.length() ? line.charAt(at) : separator;
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == separator && (!quoted || at == line.length())) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        return cells;
    }

    /** The letters, digits and percent signs of a title, in small letters. */
    static String letters(String title) {
        return NO_LETTERS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** A finite number. Its comma is a decimal one if another separator parts the cells, and one of thousands, which is not read, otherwise. */
    OptionalDouble number(String cell) {
        if (separator == ',' && cell.indexOf(',') >= 0) {
            return OptionalDouble.empty();
        }
        String digits =
                cell.endsWith("%") ? cell.substring(0, cell.length() - 1).strip() : cell;
        if (digits.length() > 40 || !NUMBER.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(digits.replace(',', '.'));
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
}
