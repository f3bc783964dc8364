package org.benchconnect.launcher.storage.testing;

/** What ends, and what of the not yet forced changes is on the disk then. */
public enum Loss {
    /** The process alone, between two changes: all of them. */
    OF_THE_PROCESS,
    /** Power, on a disk that keeps the order of changes: the first ones, the next one in part, no later one. */
    OF_POWER_IN_ORDER,
    /** Power, as disks and file systems are: any of them, each of nothing, a part, or all. */
    OF_POWER
}
