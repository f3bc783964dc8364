package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.List;

/** The value of one setting of the client, as far as two places can be compared. Its meaning is not known here, and never guessed. */
sealed interface Setting {
    /**
     * A number; yes and no are 1 and 0.
     *
     * @param value of 64 bits
     */
    record Number(long value) implements Setting {}

    /**
     * A text, exactly.
     *
     * @param value at most 64 KiB
     */
    record Text(String value) implements Setting {
        @Override
        public String toString() {
            return "a text"; // may be somebody's name or password
        }
    }

    /**
     * Several texts in order, as a list of who may connect is.
     *
     * @param values each at most 64 KiB
     */
    record Texts(List<String> values) implements Setting {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.size() + " texts";
        }
    }
}
