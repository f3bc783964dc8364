package org.benchconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The TEXT of one dataset while it is written: keywords in order between backslashes, a backslash in a value doubled. */
final class Keywords {
    private static final String DELIMITER = "\\";

    private final Map<String, String> values = new LinkedHashMap<>();

    Keywords put(String keyword, String value) {
        values.put(keyword, value);
        return this;
    }

    Keywords put(String keyword, long value) {
        return put(keyword, Long.toString(value));
    }

    /** The instrument writes a space where it has nothing to say: two delimiters in a row would mean something else. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(DELIMITER);
        values.forEach((keyword, value) -> text.append(keyword)
                .append(DELIMITER)
                .append(value.isEmpty() ? " " : value.replace(DELIMITER, DELIMITER + DELIMITER))
                .append(DELIMITER));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
