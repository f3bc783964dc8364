package org.benchconnect.adapter.navios;

import org.benchconnect.core.signal.FactName;

/**
 * The names of the facts. What is counted stands as the file says it; powers, volts and percents are rounded to two decimals, but
 * judged as they are.
 */
enum NaviosFact implements FactName {
    /** Which laser. */
    LASER,
    /** Whether its power at the start or at the end of the run is meant, the worse of the two. */
    PHASE,
    MEASURED_MILLIWATT,
    TARGET_MILLIWATT,
    /** How far from target or from usual, without a sign. */
    DEVIATION_PERCENT,
    START_MILLIWATT,
    END_MILLIWATT,
    SAG_PERCENT,
    /** How many runs the laser's shutter was open before. */
    OPEN_RUNS,
    /** How many runs it is closed now. */
    CLOSED_RUNS,
    STOP_REASON,
    /** How many of {@link #RUNS} did not end as their protocol says. */
    STOPPED_RUNS,
    RUNS,
    STOPPED_PERCENT,
    /** How many runs the settings are the new ones. */
    SETTINGS_RUNS,
    /** How many of {@link #CODED_RUNS} have a tube whose code could not be read. */
    UNREAD_CODES,
    /** How many runs with a reader of codes are looked at. */
    CODED_RUNS,
    UNREAD_PERCENT
}
