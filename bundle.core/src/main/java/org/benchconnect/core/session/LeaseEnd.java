package org.benchconnect.core.session;

/** Why a lease ended. */
public enum LeaseEnd {
    /** What it was for is done. */
    DONE,
    /** The person here stopped it. */
    STOPPED,
    /** The session ended. */
    SESSION_ENDED,
    /** Its time was over. */
    TIME,
    /** The consent to its feature was withdrawn. */
    WITHDRAWN,
    /** An error. */
    ERROR
}
