package org.benchconnect.core.signal;

/** How urgent a signal is, in rising order. */
public enum Severity {
    /** Good to know; nobody needs to act. */
    INFO,
    /** Somebody should look soon; results are not yet at risk. */
    WARNING,
    /** Results or operation are at risk now. */
    FAULT
}
