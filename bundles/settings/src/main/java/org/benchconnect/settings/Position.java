package org.benchconnect.settings;

/**
 * A place in the file, as an editor counts.
 *
 * @param line from 1; 0 if the file as a whole is meant
 * @param column from 1; 0 if the file as a whole is meant
 */
record Position(int line, int column) {
    static final Position WHOLE_FILE = new Position(0, 0);
}
