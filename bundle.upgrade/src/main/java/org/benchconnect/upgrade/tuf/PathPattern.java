package org.benchconnect.upgrade.tuf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path pattern of a delegation, as a Unix shell has it (specification 4.5): {@code *} stands for any characters, {@code ?}
 * for one, {@code [a-c]} and {@code [!a-c]} for one of some or of all others; none of them ever for a slash. A character is a
 * code point; upper and lower case differ. Takes at most {@link #steps} steps, whatever pattern and path are.
 */
final class PathPattern {
    /** Characters; no path is longer. */
    static final int LONGEST = 1024;

    private final int length;
    private final List<List<Element>> segments = new ArrayList<>();

    /** One character of the pattern, or a set. */
    private interface Element {
        boolean matches(int c);
    }

    /** Stands for any number of characters; compared by identity. */
    private static final Element STAR = c -> true;

    PathPattern(String pattern) {
        this.length = pattern.length();
        for (String segment : segments(pattern)) {
            segments.add(elements(segment.codePoints().toArray()));
        }
    }

    /** The most steps that a match with this path takes. */
    long steps(String path) {
        return (long) (length + 1) * (path.length() + 1);
    }

    boolean matches(String path) {
        List<String> parts = segments(path);
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!matches(segments.get(i), parts.get(i).codePoints().toArray())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** Goes on after the last star whenever it is stuck: only the last star ever needs to take more. */
    private static boolean matches(List<Element> pattern, int[] text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        while (t < text.length) {
            if (p < pattern.size() && pattern.get(p) == STAR) {
                star = p++;
                starText = t;
            } else if (p < pattern.size() && pattern.get(p).matches(text[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.size() && pattern.get(p) == STAR) {
            p++;
        }
        return p == pattern.size();
    }

    /** Read once; a bracket that is never closed is itself, and once one is not, none behind it is. */
    private static List<Element> elements(int[] pattern) {
        List<Element> elements = new ArrayList<>();
        boolean closed = true;
        for (int p = 0; p < pattern.length; p++) {
            int c = pattern[p];
            int end = c == '[' && closed ? end(pattern, p) : -1;
            if (end > 0) {
                elements.add(set(Arrays.copyOfRange(pattern, p + 1, end)));
                p = end;
            } else {
                closed &= c != '[';
                elements.add(c == '*' ? STAR : c == '?' ? any -> true : other -> other == c);
            }
        }
        return elements;
    }

    /** Where the set that begins here is closed, or -1; a bracket that comes first in it belongs to it. */
    private static int end(int[] pattern, int p) {
        boolean others = p + 1 < pattern.length && pattern[p + 1] == '!';
        for (int i = p + (others ? 3 : 2); i < pattern.length; i++) {
            if (pattern[i] == ']') {
                return i;
            }
        }
        return -1;
    }

    private static Element set(int[] set) {
        boolean others = set[0] == '!';
        return c -> isIn(set, others ? 1 : 0, c) != others;
    }

    private static boolean isIn(int[] set, int first, int c) {
        for (int i = first; i < set.length; i++) {
            boolean range = i + 2 < set.length && set[i + 1] == '-';
            int to = range ? set[i + 2] : set[i];
            if (c >= set[i] && c <= to) {
                return true;
            }
            i += range ? 2 : 0;
        }
        return false;
    }
}
