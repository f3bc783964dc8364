package org.benchconnect.companion.support;

/**
 * Makes a text harmless to show. Whatever shows nothing or changes what others show is seen as {@code \uFFFD}: controls, directions of writing, what Unicode lets a
 * program leave out ({@code Default_Ignorable_Code_Point}, of Unicode 15), fillers and blanks that count as letters, unusual spaces. The agent admits nobody with such
 * a name; this program relies on that no more than it must. Pure.
 */
final class Shown {
    private static final int REFUSED = 0xFFFD;

    private Shown() {}

    /**
     * The text as it is shown.
     *
     * @param most code points; the rest is cut
     */
    static String of(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(one -> misleads(one) || isIgnorable(one) || one == 0x2800 ? REFUSED : one)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean misleads(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> false;
        };
    }

    /** Default_Ignorable_Code_Point (Unicode 15, DerivedCoreProperties.txt), as far as it is not a control or a format character anyhow. */
    private static boolean isIgnorable(int character) {
        return character == 0x034F
                || within(character, 0x115F, 0x1160)
                || within(character, 0x17B4, 0x17B5)
                || within(character, 0x180B, 0x180F)
                || within(character, 0x2060, 0x206F)
                || character == 0x3164
                || within(character, 0xFE00, 0xFE0F)
                || character == 0xFFA0
                || within(character, 0xFFF0, 0xFFF8)
                || within(character, 0x1BCA0, 0x1BCA3)
                || within(character, 0x1D173, 0x1D17A)
                || within(character, 0xE0000, 0xE0FFF);
    }

    private static boolean within(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
