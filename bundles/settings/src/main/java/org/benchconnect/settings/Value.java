package org.benchconnect.settings;

import java.math.BigDecimal;
import java.util.List;

/** What stands behind a key of a section. */
sealed interface Value {
    /**
     * A string in quotes.
     *
     * @param text without control characters
     */
    record Text(String text) implements Value {}

    /**
     * A number.
     *
     * @param number exactly as written
     */
    record Numeric(BigDecimal number) implements Value {}

    /**
     * {@code true} or {@code false}.
     *
     * @param on which
     */
    record Flag(boolean on) implements Value {}

    /**
     * A list in brackets.
     *
     * @param values none of them a list
     */
    record Many(List<Value> values) implements Value {
        /** Copies the list. */
        public Many {
            values = List.copyOf(values);
        }
    }
}
