package org.benchconnect.instrument.log.system;

/** Whether a service or program runs. */
enum Running {
    YES,
    NO,
    /** There is none of that name, or it cannot be asked. */
    UNKNOWN
}
