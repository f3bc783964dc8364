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
    /** How many files in a row were not whole, in whichever way. */
    FILES_IN_A_ROW,
    EVENTS,
    FEWEST_EVENTS,
    /** How many runs in a row. */
    RUNS_IN_A_ROW,
    /** A detector's number, as in {@code $P3V}. */
    CHANNEL,
    MEASURED_VOLT,
    USUAL_VOLT,
    /** A gain is a factor and has no unit. */
    MEASURED_GAIN,
    USUAL_GAIN,
    BUILD_BEFORE,
    BUILD_NOW,
    EXPECTED_SERIAL,
    FOUND_SERIAL
}
