package org.benchconnect.console;

import java.util.List;

/**
 * A record for the laboratory's validation file, in the words of one language: what is printed, shown in a terminal, or kept as JSON.
 *
 * @param title what it is about
 * @param parts in the order to read
 */
record Paper(String title, List<Part> parts) {
    /**
     * A part of it.
     *
     * @param title its heading
     * @param lines in the order to read
     */
    record Part(String title, List<Line> lines) {}

    /**
     * A line of it.
     *
     * @param label what the value is
     * @param value itself
     * @param exact whether every character of the value counts: a digest, a command
     */
    record Line(String label, String value, boolean exact) {
        static Line said(String label, String value) {
            return new Line(label, value, false);
        }

        static Line exact(String label, String value) {
            return new Line(label, value, true);
        }
    }
}
