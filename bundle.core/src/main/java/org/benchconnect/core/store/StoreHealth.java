package org.benchconnect.core.store;

/** How the database is. What is not well is shown on the page and by {@code status}; the agent stays up. */
public enum StoreHealth {
    /** Well. */
    OK,
    /** The newest change could not be written for lack of space; what was acknowledged is safe. */
    DISK_FULL,
    /** The file or its folder cannot be read or written now. */
    UNAVAILABLE,
    /** The file was damaged, removed or replaced: what could be kept was carried over, and a damaged file was set aside. */
    SALVAGED
}
