package org.benchconnect.instrument.log.system;

import org.benchconnect.core.signal.FactName;

/** The names of the facts. */
public enum SystemFact implements FactName {
    /** How many checks in a row failed. */
    FAILED_CHECKS,
    /** How many files wait. */
    FILES,
    /** For how long the oldest of them has. */
    OLDEST_MINUTES
}
