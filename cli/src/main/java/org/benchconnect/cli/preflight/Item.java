package org.benchconnect.cli.preflight;

import java.util.Map;

/**
 * One line of the page.
 *
 * @param subject what was looked at
 * @param state how it is
 * @param key of its sentence in the texts
 * @param said what stands in the sentence: no name of a person, account or of this PC
 * @param remedy a sentence of what to do, or empty
 */
record Item(Subject subject, State state, String key, Map<String, String> said, String remedy) {
    /** What is looked at, in the order of the page. */
    enum Subject {
        SYSTEM,
        JAVA,
        RIGHTS,
        DISK,
        CLOCK,
        PROXY,
        ENDPOINT,
        BANDWIDTH
    }

    /** How it is. */
    enum State {
        GOOD,
        WARNING,
        BAD,
        NOT_TESTED
    }

    Item {
        said = Map.copyOf(said);
    }

    Item(Subject subject, State state, String key, Map<String, String> said) {
        this(subject, state, key, said, "");
    }
}
