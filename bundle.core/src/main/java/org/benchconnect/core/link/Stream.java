package org.benchconnect.core.link;

/** A named kind of data in the data inventory. Nothing leaves this PC outside these. */
public enum Stream {
    /** Whether the agent is connected (R-21: always, once a service side is configured). */
    PRESENCE,
    /** The registration: only ever what a person has seen and sent. */
    REGISTRATION,
    /**
     * The event log of remote sessions: what the ledger says of each request, supporter, permission, file and end, without who of the laboratory
     * it was. There is none without a remote session, and no session without a consent: it has no switch of its own.
     */
    SESSIONS,
    /** Notices of the instrument and its software: their code, severity, state, count and facts. Off as shipped. */
    NOTICES,
    /** Notices of the checks of this PC, in the form of other notices. Off as shipped. */
    HOST_CHECKS,
    /** What became of an upgrade: the release, from and to, and how it ended. Off as shipped. */
    RELEASE_REPORTS,
    /**
     * Heads of the ledger, for the service side to keep as witnesses: the ledger's identity, how many entries it has, their root hash, when, and this
     * device's signature. No entry. Off as shipped.
     */
    AUDIT_HEADS
}
