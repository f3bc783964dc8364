package org.benchconnect.companion.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The events of one server-sent stream (HTML, section 9.2), as far as the agent uses them: {@code event} and {@code data} lines, comments as a sign of life. Pure
 * but for the stream it is given. For one thread.
 */
final class EventLines {
    /** Bytes of one line: fifty notices with their texts need a few hundred kilobytes at the very most. */
    static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;

    /**
     * One event.
     *
     * @param name of its kind, {@code message} where the stream names none
     */
    record Event(String name, String data) {}

    EventLines(InputStream in) {
        this.in = in;
    }

    /** The next event, or null at the end of the stream; what is unfinished at the end is no event. */
    @Nullable
    Event next() throws IOException {
        String name = "message";
        StringBuilder data = new StringBuilder();
        boolean any = false;
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                if (any) {
                    return new Event(name, data.toString());
                }
                name = "message";
            } else if (line.startsWith("event:")) {
                name = value(line, 6);
            } else if (line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(value(line, 5));
                any = true;
                if (data.length() > LONGEST_LINE) {
                    throw new IOException("an event is longer than " + LONGEST_LINE);
                }
            }
        }
        return null;
    }

    private static String value(String line, int from) {
        return line.startsWith(" ", from) ? line.substring(from + 1) : line.substring(from);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            }
            line.write(b);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line is longer than " + LONGEST_LINE);
            }
        }
        return null;
    }
}
