package org.benchconnect.cli.diagnostics;

/** What a row is about. */
enum Kind {
    BUNDLE,
    PLATFORM,
    MODULE,
    DATABASE,
    LOG_FILES,
    DOCTOR,
    AGENT,
    STATUS,
    STATUS_FACT,
    LINK,
    ALERT,
    LOG,
    LOG_EXCEPTION,
    LOG_OTHER
}
