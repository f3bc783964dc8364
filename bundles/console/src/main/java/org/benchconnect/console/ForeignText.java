package org.benchconnect.console;

import java.text.Normalizer;

/**
 * Makes a text of somebody else's harmless to show: names, versions, an author's statement, what a refusal quotes. The result
 * is one line without control characters, directions of writing, invisible characters or towers of accents; whatever was
 * taken out is seen as {@code �}. It is <em>not</em> HTML-escaped, and its meaning is still whatever its author wants: it is
 * shown as theirs.
 */
final class ForeignText {
    /** In code points; a longer text ends in an ellipsis. */
    static final int NAME = 120;
    /** In code points: about a page. */
    static final int STATEMENT = 2000;
    /** In code points. */
    static final int DETAIL = 600;

    private static final int TAKEN_OUT = 0xFFFD;
    private static final int MAX_MARKS = 2;
    /** No more than so many times the length is even looked at. */
    private static final int SLACK = 4;

    private ForeignText() {}

    static String name(String text) {
        return clean(text, NAME);
    }

    /** A name that will stand in quotation marks, and cannot end them. */
    static String quotable(String text) {
        return name(text).replaceAll("[\\p{Pi}\\p{Pf}\"„‟]", "'");
    }

    static String statement(String text) {
        return clean(text, STATEMENT);
    }

    static String detail(String text) {
        return clean(text, DETAIL);
    }

    private static String clean(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        String head = text.length() <= longest * SLACK ? text : text.substring(0, longest * SLACK);
        boolean more = head.length() < text.length();
        int marks = 0;
        int length = 0;
        int[] points =
                Normalizer.normalize(head, Normalizer.Form.NFC).codePoints().toArray();
        for (int point : points) {
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                continue;
            }
            if (length == longest) {
                more = true;
                break;
            }
            clean.appendCodePoint(harmless(point));
            length++;
        }
        String line = clean.toString().replaceAll(" {2,}", " ").strip();
        return more ? line + "…" : line;
    }

    private static int harmless(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return ' ';
        }
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            // FORMAT holds the directions of writing and the zero widths.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.ENCLOSING_MARK -> TAKEN_OUT;
            default -> isInvisible(point) ? TAKEN_OUT : point;
        };
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Letters that show nothing: what Unicode lets a program leave out (Default_Ignorable_Code_Point), and the blank of Braille. */
    private static boolean isInvisible(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || point >= 0x180B && point <= 0x180F
                || point == 0x2800
                || point == 0x3164
                || point >= 0xFE00 && point <= 0xFE0F
                || point == 0xFFA0
                || point >= 0xE0100 && point <= 0xE01EF;
    }
}
