package org.benchconnect.core.instrument;

/** What the instrument does now. Nothing disruptive happens unless it is IDLE. */
public enum Activity {
    /** Known to acquire nothing. */
    IDLE,
    /** Acquiring, or between two runs of a carousel. */
    ACQUIRING,
    /** Nobody knows; counts as ACQUIRING. */
    UNKNOWN
}
