package org.benchconnect.cli.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an HTTP answer (RFC 9112, 2.1), up to its empty line.
 *
 * @param bytes as they came
 */
record HttpHead(byte[] bytes) {
    private static final int MAX_BYTES = 16 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    /** Reads one, byte by byte: what follows belongs to somebody else. */
    static HttpHead read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int inLine = 0;
        int next = in.read();
        while (next >= 0 && head.size() < MAX_BYTES) {
            head.write(next);
            if (next == '\n') {
                if (inLine == 0) {
                    break;
                }
                inLine = 0;
            } else if (next != '\r') {
                inLine++;
            }
            next = in.read();
        }
        return new HttpHead(head.toByteArray());
    }

    private List<String> lines() {
        return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    }

    /** Its status, 100 to 599; 0 if this is no answer of HTTP. */
    int status() {
        Matcher status = STATUS.matcher(lines().isEmpty() ? "" : lines().get(0));
        return status.matches() ? Integer.parseInt(status.group(1)) : 0;
    }

    /** The value of a field, without blanks around it; empty if it is not there. */
    Optional<String> field(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return lines().stream()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** The server's clock (RFC 9110, 6.6.1), to the second. */
    Optional<Instant> date() {
        try {
            return field("date").map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
