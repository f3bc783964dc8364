package org.benchconnect.upgrade.feature;

/** Text that a person is shown as it is: no control characters but line ends, nothing that turns its direction or hides. */
final class PlainText {
    private PlainText() {}

    /** @throws IllegalArgumentException if the text is empty, longer, or has a character that people cannot see */
    static void check(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("a text has 1 to " + longest + " characters");
        }
        if (!text.codePoints().allMatch(PlainText::visible)) {
            throw new IllegalArgumentException("a text has no control characters or such as hide or turn others");
        }
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
