package org.benchconnect.consent.wording;

import java.util.stream.Stream;

/**
 * What an author wrote, so that it is shown as it is and as nothing else: no control, no character that changes the direction of others or that nobody sees, no
 * end of line within a line. Pure.
 */
public final class AuthorsWords {
    /** So many lines are shown. */
    public static final int MOST_LINES = 40;

    private static final int MOST_CHARACTERS = 2000; // of one line

    private AuthorsWords() {}

    /** Its lines that say something. */
    public static Stream<String> lines(String words) {
        return words.lines().map(AuthorsWords::inLine).filter(line -> !line.equals("\u2013"));
    }

    /** One line; a dash if nothing is left. */
    public static String inLine(String words) {
        StringBuilder seen = new StringBuilder();
        words.codePoints().limit(MOST_CHARACTERS).forEach(one -> seen.appendCodePoint(isSeen(one) ? one : ' '));
        String line = seen.toString().strip().replaceAll(" {2,}", " ");
        return line.isEmpty() ? "\u2013" : line;
    }

    private static boolean isSeen(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
