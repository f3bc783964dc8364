package org.benchconnect.upgrade.feature;

import java.util.Set;

/** Text that a person is shown as it is: no control characters but line ends, nothing that turns its direction or hides. */
final class PlainText {
    /** Letters, symbols and marks that are drawn as nothing: fillers of Hangul, the empty pattern of Braille, joiners. */
    private static final Set<Integer> BLANK =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0);

    private PlainText() {}

    /**
     * Checks a text of several lines.
     *
     * @throws IllegalArgumentException if the text has no letter or digit, is longer, or has a character that people cannot see
     */
    static void check(String text, int longest) {
        if (text.length() > longest || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException(
                    "a text has 1 to " + longest + " characters, a letter or digit among them");
        }
        if (!text.codePoints().allMatch(PlainText::isVisible)) {
            throw new IllegalArgumentException("a text has no control characters or such as hide or turn others");
        }
    }

    /** The same for a text of one line: a second one would look like ours. */
    static void checkLine(String text, int longest) {
        check(text, longest);
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a title, vendor or license has one line");
        }
    }

    static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !BLANK.contains(character);
        };
    }
}
