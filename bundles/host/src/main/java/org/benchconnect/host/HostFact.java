package org.benchconnect.host;

import org.benchconnect.core.signal.FactName;

/** The names of the facts: numbers in coarse steps, so that a notice does not change at each look. None has a path, a name or a user. */
enum HostFact implements FactName {
    /** Which disk. */
    VOLUME,
    /** Whole percent. */
    FREE_PERCENT,
    /** In steps of one below ten, else whole. */
    FREE_GIGABYTE,
    DAYS_TO_FULL,
    OFFSET_SECONDS,
    /** The place of a service in the settings, from 1. */
    SERVICE_NUMBER,
    STATE,
    /** Whose certificate. */
    ROLE,
    /** The place of a certificate's file, from 1. */
    CERTIFICATE_NUMBER,
    DAYS_LEFT,
    DAYS_SINCE,
    /** Which operating system. */
    SYSTEM,
    VERSION,
    AGE_HOURS,
    AGE_DAYS
}
