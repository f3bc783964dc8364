package org.benchconnect.host.reading;

import org.benchconnect.core.signal.FactName;

/** Which disk is meant, by what it is for: no path and no name. Also the names of the rows in which the course of each is remembered. */
public enum Volume implements FactName {
    /** The operating system's. */
    SYSTEM_DISK,
    /** That of this agent's home folder. */
    AGENT_DISK,
    /** That of the folder that the settings name, usually the instrument's data. */
    DATA_DISK,
    /** Of all other local disks the one with the smallest part free. */
    OTHER_DISK
}
