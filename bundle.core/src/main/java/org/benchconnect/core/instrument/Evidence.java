package org.benchconnect.core.instrument;

/** By what an Activity is known. */
public enum Evidence {
    /** The instrument's files appear and grow. */
    FILES,
    /** The instrument's software writes into its log. */
    LOG,
    /** A connection of the instrument is up or down. */
    CONNECTION,
    /** A service or program of this PC runs or does not. */
    SERVICE
}
