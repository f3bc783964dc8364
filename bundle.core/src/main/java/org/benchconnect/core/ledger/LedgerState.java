package org.benchconnect.core.ledger;

/** How the ledger is. */
public enum LedgerState {
    /** Entries are taken. */
    TAKES_ENTRIES,
    /** The disk takes nothing: what raises rights is refused, what lowers them works and is written down later. */
    CANNOT_WRITE,
    /** An earlier ledger is broken in the middle; it is kept as evidence, and a new one goes on. */
    EVIDENCE_KEPT
}
