package org.benchconnect.instrument.fcs.judgement;

import org.benchconnect.core.signal.FactName;

/** The rows of what is remembered from file to file. An adapter's own rows have other names. */
public enum RunRow implements FactName {
    /** The detectors' settings in the last runs: how many numbers a run has, then those of each, oldest first. */
    DETECTORS,
    /** How many files in a row were truncated or damaged. */
    TRUNCATED_FILES,
    /** How many runs in a row had few events. */
    FEW_EVENTS_RUNS,
    /** The parts of the build that wrote the last file. */
    BUILD,
    /** How many runs that build has written since it came, 0 once it is the usual one. */
    NEW_BUILD_RUNS,
    /** The parts of the operating system's version at the last file. */
    SYSTEM,
    /** As {@link #NEW_BUILD_RUNS}, of the operating system. */
    NEW_SYSTEM_RUNS,
    /** The day of the newest report of quality control, in days since 1970. */
    QC_DAY,
    /** How many runs in a row were older than that day. */
    RUNS_BEFORE_QC
}
