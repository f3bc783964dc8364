package org.benchconnect.core.session;

/** Who keeps a permission within a remote session true. Shown to the person, and in the ledger. */
public enum Enforcement {
    /** The agent asks the lease at every message. */
    ENFORCED_BY_AGENT,
    /** The remote desktop program asks the person; the agent set nothing and stops only the whole. */
    DELEGATED,
    /** The agent only learns of it afterwards. */
    OBSERVED_ONLY,
    /** There is no such thing with this engine. */
    UNSUPPORTED
}
