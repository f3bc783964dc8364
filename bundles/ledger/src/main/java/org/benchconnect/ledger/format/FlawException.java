package org.benchconnect.ledger.format;

import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Verdict.Finding;

/** A ledger is not as the agent writes it. */
public final class FlawException extends Exception {
    private static final long serialVersionUID = 1;

    /** What, and where. */
    public final transient Finding finding;

    FlawException(Flaw flaw, long position, long entry) {
        super(flaw + " at byte " + position + ", entry " + entry);
        this.finding = new Finding(flaw, position, entry);
    }
}
