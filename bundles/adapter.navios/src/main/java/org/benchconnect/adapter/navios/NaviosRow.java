package org.benchconnect.adapter.navios;

import org.benchconnect.core.signal.FactName;

/** The rows of what is remembered from file to file, besides those that every cytometer has. */
enum NaviosRow implements FactName {
    /** For each laser, how many runs in a row its shutter was open before it closed. */
    OPEN_RUNS,
    /** For each laser, how many runs in a row its shutter is closed. */
    CLOSED_RUNS,
    /** For each of the last runs, oldest first: 1 if it did not end as its protocol says, 0 if it did. */
    STOPS,
    /** Digests of the settings that were used lately, oldest first, see {@link Settings}. */
    KNOWN_SETTINGS,
    /** How many runs the newest settings were used since they came, 0 once they are usual. */
    NEW_SETTINGS_RUNS,
    /** For each of the last runs with a reader of codes, oldest first: 1 if the tube's code could not be read, 0 if it could. */
    UNREAD_CODES
}
