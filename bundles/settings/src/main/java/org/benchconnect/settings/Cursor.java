package org.benchconnect.settings;

/** Walks over the characters of a settings file, past white space and comments, and knows at which line it is. */
final class Cursor {
    /** What {@link #peek} says behind the last character. */
    static final char END = 0;

    private final String text;
    private int next;
    private int line = 1;
    private int lineStart;

    Cursor(String text) {
        this.text = text;
        if (text.startsWith("\uFEFF")) { // Windows editors begin a UTF-8 file with this mark
            next = 1;
            lineStart = 1;
        }
    }

    /** Where the next character stands. */
    Position position() {
        return new Position(line, next - lineStart + 1);
    }

    /** The next character, which stays the next one. */
    char peek() {
        return next < text.length() ? text.charAt(next) : END;
    }

    boolean atEnd() {
        return next >= text.length();
    }

    /** The next character, which is then behind the cursor. */
    char take() {
        char taken = peek();
        next++;
        if (taken == '\n') {
            line++;
            lineStart = next;
        }
        return taken;
    }

    /** Goes on to the next character that means something. */
    void skip() throws SettingsSyntaxException {
        while (!atEnd()) {
            if (peek() == '/') {
                comment();
            } else if (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
                take();
            } else {
                return;
            }
        }
    }

    private void comment() throws SettingsSyntaxException {
        Position start = position();
        take();
        char kind = take();
        if (kind == '/') {
            while (!atEnd() && peek() != '\n') {
                take();
            }
        } else if (kind == '*') {
            char before = take();
            while (!(before == '*' && peek() == '/')) {
                if (atEnd()) {
                    throw syntax(start, "this comment has no end; write */ behind it.");
                }
                before = take();
            }
            take();
        } else {
            throw syntax(start, "a comment begins with // or /*.");
        }
    }

    /** Says that the file is wrong at a place. */
    static SettingsSyntaxException syntax(Position at, String remedy) {
        return new SettingsSyntaxException(new Problem(Defect.NOT_JSON, at, "", remedy));
    }
}
