package org.benchconnect.crypto.supporter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Reads JSON (RFC 8259) whose strings are tokens: printable ASCII without quotes and backslashes, 128 characters at most. What needs an escape has no place in a
 * list of digests, dates and regions, so none is read, and no two readers can differ about one. Forward only.
 */
final class PlainJson {
    private static final int LONGEST = 128;

    /** It is not that. Without a word of what it is. */
    static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        FormException(int at) {
            super("the text breaks its form at byte " + at);
        }
    }

    private final byte[] text;
    private final Deque<Boolean> hasMember = new ArrayDeque<>(); // of each open object or array: whether one was read
    private int at;

    PlainJson(byte[] utf8) {
        this.text = utf8;
    }

    /** An object or array begins. */
    void open(char bracket) throws FormException {
        expect(bracket);
        hasMember.push(false);
    }

    /** Whether another member follows in the innermost one, or it ends here. */
    boolean another(char bracket) throws FormException {
        boolean first = !hasMember.pop();
        skipSpace();
        if (peek() == bracket) {
            at++;
            return false;
        }
        if (!first) {
            expect(',');
        }
        hasMember.push(true);
        return true;
    }

    /** A member's name with its colon. */
    String name() throws FormException {
        String name = string();
        expect(':');
        return name;
    }

    /** A string of this form. */
    String text(Pattern form) throws FormException {
        String string = string();
        if (!form.matcher(string).matches()) {
            throw wrong();
        }
        return string;
    }

    /** The number 1. */
    void one() throws FormException {
        expect('1');
        if (at < text.length && (text[at] >= '0' && text[at] <= '9' || ".eE".indexOf(text[at]) >= 0)) {
            throw wrong();
        }
    }

    /** Nothing follows. */
    void end() throws FormException {
        skipSpace();
        if (at < text.length) {
            throw wrong();
        }
    }

    private String string() throws FormException {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ' || c > '~' || c == '\\' || string.length() == LONGEST) {
                throw wrong();
            }
            string.append(c);
            at++;
        }
        at++;
        return string.toString();
    }

    private void expect(char wanted) throws FormException {
        skipSpace();
        if (peek() != wanted) {
            throw wrong();
        }
        at++;
    }

    private char peek() throws FormException {
        if (at >= text.length) {
            throw wrong();
        }
        return (char) (text[at] & 0xff);
    }

    private void skipSpace() {
        while (at < text.length && " \t\n\r".indexOf(text[at]) >= 0) {
            at++;
        }
    }

    FormException wrong() {
        return new FormException(at);
    }
}
