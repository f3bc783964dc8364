package org.benchconnect.settings;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Strings, numbers, {@code true} and {@code false}. */
final class Literals {
    private static final int MAX_STRING = 4096;
    private static final int MAX_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    Value value() throws SettingsSyntaxException {
        if (cursor.peek() == '"') {
            return new Value.Text(string());
        }
        Position at = cursor.position();
        String word = word();
        switch (word) {
            case "true":
                return new Value.Flag(true);
            case "false":
                return new Value.Flag(false);
            case "null":
                throw Cursor.syntax(at, "leave the setting out to have its value as shipped.");
            default:
                if (!NUMBER.matcher(word).matches()) {
                    throw Cursor.syntax(at, "a text in double quotes, a number, true, false or a list belongs here.");
                }
                return new Value.Numeric(new BigDecimal(word));
        }
    }

    /** The letters, digits and signs up to the next other character; as many as a number can have. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (word.length() <= MAX_NUMBER && isWordCharacter(cursor.peek())) {
            word.append(cursor.take());
        }
        return word.length() > MAX_NUMBER ? "" : word.toString();
    }

    private static boolean isWordCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.';
    }

    String string() throws SettingsSyntaxException {
        Position start = cursor.position();
        cursor.take();
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '"') {
            Position at = cursor.position();
            if (cursor.atEnd() || cursor.peek() == '\n' || cursor.peek() == '\r') {
                throw Cursor.syntax(start, "this text has no closing double quote on its line.");
            }
            char taken = cursor.take();
            append(text, taken == '\\' ? escaped(at) : taken, at);
            if (text.length() > MAX_STRING) {
                throw new SettingsSyntaxException(new Problem(
                        Defect.FILE_TOO_LARGE, start, "", "a text has at most " + MAX_STRING + " characters."));
            }
        }
        cursor.take();
        if (!wellFormed(text)) {
            throw Cursor.syntax(start, "this text holds half of a character; write it in full.");
        }
        return text.toString();
    }

    /** No setting has control characters, but a folder like C:\new has them where its backslash is not doubled. */
    private static void append(StringBuilder text, char c, Position at) throws SettingsSyntaxException {
        if (Character.isISOControl(c)) {
            throw Cursor.syntax(at, "no control character belongs here; a backslash is written as two: \\\\.");
        }
        text.append(c);
    }

    private char escaped(Position at) throws SettingsSyntaxException {
        char kind = cursor.take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b', 'f', 'n', 'r', 't' -> '\n';
            case 'u' -> hexadecimal(at);
            default -> throw Cursor.syntax(at, "a backslash is written as two: \\\\.");
        };
    }

    private char hexadecimal(Position at) throws SettingsSyntaxException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(cursor.peek(), 16);
            if (digit < 0 || cursor.peek() > 'f') {
                throw Cursor.syntax(
                        at, "four hexadecimal digits belong behind \\u; a backslash is written as two: \\\\.");
            }
            cursor.take();
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private static boolean wellFormed(CharSequence text) {
        return text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }
}
