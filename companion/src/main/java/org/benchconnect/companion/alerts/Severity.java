package org.benchconnect.companion.alerts;

/** How bad an open notice is, the less bad first. Notices of severity INFO deserve no desktop alert and are not in the stream. */
public enum Severity {
    /** Somebody should look soon. */
    WARNING,
    /** Somebody should look now: with a sound. */
    FAULT
}
