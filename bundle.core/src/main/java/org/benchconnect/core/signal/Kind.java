package org.benchconnect.core.signal;

/** What a signal is about. */
public enum Kind {
    /** Settings of the instrument or of this software. */
    CONFIGURATION,
    /** Slower or weaker than it should be. */
    PERFORMANCE,
    /** The instrument itself. */
    INSTRUMENT,
    /** Software on this PC. */
    SOFTWARE,
    /** Protection of this PC. */
    SECURITY
}
