package org.benchconnect.instrument.fcs.judgement;

import org.benchconnect.core.signal.FactName;

/**
 * The names of the facts. What is counted stands as the file says it; volts and percents are rounded to two decimals, but judged as
 * they are.
 */
public enum RunFact implements FactName {
    /** How many files in a row were not whole, in whichever way. */
    FILES_IN_A_ROW,
    /** How many events a run has. */
    EVENTS,
    /** Fewer events are unusual. */
    MINIMUM_EVENTS,
    /** How many runs in a row. */
    RUNS_IN_A_ROW,
    /** A detector's number, as in {@code $P3V}. */
    CHANNEL,
    /** A voltage as it is. */
    MEASURED_VOLT,
    /** A voltage as it was in the last runs. */
    USUAL_VOLT,
    /** A gain as it is; a factor without a unit. */
    MEASURED_GAIN,
    /** A gain as it was in the last runs. */
    USUAL_GAIN,
    /** How far from what is usual, without a sign. */
    DEVIATION_PERCENT,
    /** The build of the file before. */
    BUILD_BEFORE,
    /** The build of this file. */
    BUILD_NOW,
    /** The operating system's version of the file before. */
    SYSTEM_BEFORE,
    /** The operating system's version of this file. */
    SYSTEM_NOW,
    /** The oldest version that is supported. */
    SYSTEM_OLDEST,
    /** The serial number of the settings. */
    EXPECTED_SERIAL,
    /** The serial number of the file. */
    FOUND_SERIAL,
    /** What a report of quality control itself says. */
    QC_RESULT,
    /** How many of {@link #QC_DETECTORS} are out of the limits, or failed as the report says. */
    QC_FAILED_DETECTORS,
    /** How many detectors the report lists. */
    QC_DETECTORS,
    /** The largest change of a gain since the report before, without a sign; 0 if the report tells none. */
    QC_CHANGE_PERCENT,
    /** The largest robust coefficient of variation; 0 if the report tells none. */
    QC_RCV_PERCENT,
    /** How many days passed between the last report of quality control and this run. */
    DAYS_SINCE_QC,
    /** More are too many. */
    QC_DUE_DAYS
}
