package org.benchconnect.core.link;

/** What leaves first, and what stays when the outbox is full. */
public enum Priority {
    /** Faults, witnesses of the ledger and what a person sent: first out, never given up for another. */
    FIRST,
    /** The rest, in its order. */
    NORMAL
}
