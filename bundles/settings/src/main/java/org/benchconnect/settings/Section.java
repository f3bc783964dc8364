package org.benchconnect.settings;

import java.util.List;

/**
 * One section of the file: the settings of one component.
 *
 * @param name as the file writes it
 * @param at where its name stands
 * @param entries in the file's order, no key twice
 */
record Section(String name, Position at, List<Entry> entries) {
    /** Copies the entries. */
    Section {
        entries = List.copyOf(entries);
    }

    /**
     * A key and its value.
     *
     * @param key as the file writes it
     * @param at where the key stands
     * @param value what it is set to
     * @param valueAt where the value begins
     */
    record Entry(String key, Position at, Value value, Position valueAt) {}
}
