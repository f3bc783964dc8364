package org.benchconnect.core.link;

/** A named kind of data in the data inventory. Nothing leaves this PC outside these. */
public enum Stream {
    /** Whether the agent is connected (R-21: always). */
    PRESENCE,
    /** Notices: their code, severity, state, count and facts. Off as shipped. */
    NOTICES,
    /**
     * Heads of the ledger, for the service side to keep as witnesses: the ledger's identity, how many entries it has, their root hash, when, and this
     * device's signature. No entry. Off as shipped.
     */
    AUDIT_HEADS
}
