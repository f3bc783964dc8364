package org.benchconnect.crypto.supporter;

/**
 * Whether a name is what a person sees. Refused is every character that shows nothing or changes what others show: controls, directions of writing, what Unicode
 * lets a program leave out ({@code Default_Ignorable_Code_Point}, of Unicode 15), fillers and blanks that count as letters, spaces other than the plain one, lines,
 * and what has no meaning of its own. Look-alikes of one script in another are not found. Pure.
 */
final class Visible {
    private Visible() {}

    /** Whether nothing in it misleads. */
    static boolean is(String text) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.codePoints().noneMatch(one -> misleads(one) || isIgnorable(one) || isBlank(one));
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
        return character == 0x034F // combining grapheme joiner
                || within(character, 0x115F, 0x1160) // Hangul fillers
                || within(character, 0x17B4, 0x17B5) // Khmer inherent vowels
                || within(character, 0x180B, 0x180F) // Mongolian selectors
                || within(character, 0x2060, 0x206F)
                || character == 0x3164 // Hangul filler
                || within(character, 0xFE00, 0xFE0F) // selectors of variants
                || character == 0xFFA0 // half-width Hangul filler
                || within(character, 0xFFF0, 0xFFF8)
                || within(character, 0x1BCA0, 0x1BCA3)
                || within(character, 0x1D173, 0x1D17A)
                || within(character, 0xE0000, 0xE0FFF); // tags, and more selectors
    }

    /** A picture of nothing: the Braille pattern without dots. */
    private static boolean isBlank(int character) {
        return character == 0x2800;
    }

    private static boolean within(int character, int first, int last) {
        return first <= character && character <= last;
    }
}
