package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.List;

/** A set of characters (UTF-16 units). Immutable. */
final class Characters {
    static final Characters NONE = new Characters(new char[0], false);
    static final Characters DIGIT = of("09", false);
    static final Characters WORD = of("azAZ__09", false);
    static final Characters SPACE = of("  \t\r", false);
    /** All but the ends of lines. */
    static final Characters ANY = of("\n\n\r\r\u0085\u0085\u2028\u2029", true);

    private final char[] ranges;
    private final boolean others;

    private Characters(char[] ranges, boolean others) {
        this.ranges = ranges;
        this.others = others;
    }

    /** First and last of each range. */
    private static Characters of(String ranges, boolean others) {
        return new Characters(ranges.toCharArray(), others);
    }

    static Characters range(char first, char last) {
        return new Characters(new char[] {first, last}, false);
    }

    /** All others. */
    Characters not() {
        return new Characters(ranges, !others);
    }

    /** Those of all sets; none of them may be of the kind that says what is not in it. */
    static Characters union(List<Characters> sets) {
        StringBuilder all = new StringBuilder();
        for (Characters set : sets) {
            if (set.others) {
                throw new IllegalArgumentException("a set of others");
            }
            all.append(set.ranges);
        }
        return of(all.toString(), false);
    }

    /** With the small and capital letters A to Z of those that are in it. */
    Characters anyCase() {
        List<Characters> both = new ArrayList<>(List.of(new Characters(ranges, false)));
        for (char small = 'a'; small <= 'z'; small++) {
            char capital = (char) (small - 'a' + 'A');
            if (listed(small) || listed(capital)) {
                both.add(range(small, small));
                both.add(range(capital, capital));
            }
        }
        Characters union = union(both);
        return others ? union.not() : union;
    }

    boolean has(char each) {
        return listed(each) != others;
    }

    private boolean listed(char each) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (ranges[i] <= each && each <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
