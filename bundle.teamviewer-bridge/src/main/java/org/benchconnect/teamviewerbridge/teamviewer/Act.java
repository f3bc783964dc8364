package org.benchconnect.teamviewerbridge.teamviewer;

/** What is to be done after a look. */
enum Act {
    /** Somebody came through the way in that a person here opened. */
    JOINED,
    /** Who came has left. */
    LEFT,
    /** Somebody is connected whom nobody here asked for: the ledger, and a notice. */
    TELL_UNEXPECTED,
    /** The same, and the connection is being ended. */
    REFUSE_UNEXPECTED,
    /** The service is to be started. */
    START,
    /** The service is to be stopped. */
    STOP
}
