package org.benchconnect.adapter.navios;

import org.benchconnect.core.signal.FactName;

/** The rows of what is remembered from file to file. */
enum NaviosRow implements FactName {
    /** The detectors' settings in the last runs, see {@link DetectorHistory}. */
    DETECTORS,
    /** For each laser, how many runs in a row its shutter was open before it closed. */
    OPEN_RUNS,
    /** For each laser, how many runs in a row its shutter is closed. */
    CLOSED_RUNS,
    /** For each of the last runs, oldest first: 1 if it did not end as its protocol says, 0 if it did. */
    STOPS,
    /** How many files in a row were truncated or damaged. */
    TRUNCATED_FILES,
    /** How many runs in a row had few events. */
    FEW_EVENTS_RUNS,
    /** The parts of the build that wrote the last file. */
    BUILD,
    /** How many runs that build has written since it came, 0 once it is the usual one. */
    NEW_BUILD_RUNS
}
