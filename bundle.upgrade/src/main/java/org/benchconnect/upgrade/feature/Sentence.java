package org.benchconnect.upgrade.feature;

/** The last station of every message for people: a whole sentence, in one line, of characters that can be seen. */
final class Sentence {
    private static final int LONGEST = 500;

    private Sentence() {}

    static String of(String message) {
        StringBuilder visible = new StringBuilder();
        message.strip()
                .codePoints()
                .limit(LONGEST)
                .map(c -> c != '\n' && PlainText.isVisible(c) ? c : '?')
                .forEach(visible::appendCodePoint);
        if (message.strip().codePointCount(0, message.strip().length()) > LONGEST) {
            visible.append("...");
        }
        if (visible.isEmpty() || visible.charAt(visible.length() - 1) != '.') {
            visible.append('.');
        }
        visible.setCharAt(0, Character.toUpperCase(visible.charAt(0)));
        return visible.toString();
    }
}
