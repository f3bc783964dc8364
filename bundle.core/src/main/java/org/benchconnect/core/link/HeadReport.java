package org.benchconnect.core.link;

import org.benchconnect.core.ledger.Head;

/**
 * A head of the ledger, for the service side to keep as a witness.
 *
 * @param head what was signed
 */
public record HeadReport(Head head) implements Report {
    @Override
    public Stream stream() {
        return Stream.AUDIT_HEADS;
    }

    @Override
    public Priority priority() {
        return Priority.FIRST;
    }
}
