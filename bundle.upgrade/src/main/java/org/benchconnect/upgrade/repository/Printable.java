package org.benchconnect.upgrade.repository;

/** Text of others in our messages: one line, no control characters, at most 100 characters. */
final class Printable {
    private static final int LONGEST = 100;

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isLetterOrDigit(c) || c >= ' ' && c <= '~' ? c : '?')
                .forEach(printable::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? printable + "..." : printable.toString();
    }
}
