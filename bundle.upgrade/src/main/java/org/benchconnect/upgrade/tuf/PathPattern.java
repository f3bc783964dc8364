package org.benchconnect.upgrade.tuf;

import java.util.Arrays;
import java.util.List;

/**
 * A path pattern of a delegation, as a Unix shell has it (specification 4.5): {@code *} stands for any characters, {@code ?}
 * for one, {@code [a-c]} and {@code [!a-c]} for one of some or of all others; none of them ever for a slash. Upper and lower
 * case differ. Takes time in proportion to pattern times path, whatever they are.
 */
final class PathPattern {
    private final List<String> segments;

    PathPattern(String pattern) {
        this.segments = segments(pattern);
    }

    boolean matches(String path) {
        List<String> parts = segments(path);
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!matches(segments.get(i), parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** Goes on after the last star whenever it is stuck: only the last star ever needs to take more. */
    private static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        while (t < text.length()) {
            int next = p < pattern.length() ? one(pattern, p, text.charAt(t)) : -1;
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starText = t;
            } else if (next >= 0) {
                p = next;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on if its element at {@code p} stands for the character, or -1. */
    private static int one(String pattern, int p, char c) {
        char element = pattern.charAt(p);
        int end = element == '[' ? pattern.indexOf(']', p + (pattern.startsWith("[!", p) ? 3 : 2)) : -1;
        if (end >= 0) {
            return inSet(pattern.substring(p + 1, end), c) ? end + 1 : -1;
        }
        return element == '?' || element == c ? p + 1 : -1;
    }

    private static boolean inSet(String set, char c) {
        boolean others = set.startsWith("!");
        for (int i = others ? 1 : 0; i < set.length(); i++) {
            char from = set.charAt(i);
            boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
            char to = range ? set.charAt(i + 2) : from;
            if (c >= from && c <= to) {
                return !others;
            }
            i += range ? 2 : 0;
        }
        return others;
    }
}
