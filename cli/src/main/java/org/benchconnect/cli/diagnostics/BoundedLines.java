package org.benchconnect.cli.diagnostics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The beginnings of the lines of a text that anybody may have written: memory for one line's beginning only, and not more of the text than a given number of characters. */
final class BoundedLines {
    private final Reader text;
    private final int longest;
    private long left;
    private boolean afterReturn;

    /**
     * Of a text, which the caller closes.
     *
     * @param longest beginning of a line, in characters
     * @param most characters of all that are read
     */
    BoundedLines(Reader text, int longest, long most) {
        this.text = new BufferedReader(text);
        this.longest = longest;
        this.left = most;
    }

    /** The beginning of the next line, without its end; null behind the last, and where no more may be read. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean any = false;
        for (int each = read(); each >= 0; each = read()) {
            if (each == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = each == '\r';
            if (afterReturn || each == '\n') {
                return line.toString();
            }
            any = true;
            if (line.length() < longest) {
                line.append((char) each);
            }
        }
        return any ? line.toString() : null;
    }

    private int read() throws IOException {
        return left-- > 0 ? text.read() : -1;
    }

    /** Characters that may still be read, 0 or more. */
    long left() {
        return Math.max(left, 0);
    }
}
