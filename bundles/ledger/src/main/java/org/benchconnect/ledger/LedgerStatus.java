package org.benchconnect.ledger;

import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What is reported of the ledger. */
enum LedgerStatus {
    /** It takes entries. */
    LEDGER,
    /** The same, and no head was signed yet. */
    LEDGER_NOT_SIGNED,
    /** The disk takes nothing. */
    LEDGER_CANNOT_WRITE,
    /** A broken one is kept. */
    LEDGER_EVIDENCE_KEPT,
    /** It could not be opened yet. */
    LEDGER_NOT_OPEN;

    /** With what facts. */
    enum Name implements FactName {
        /** How many entries. */
        ENTRIES,
        /** How many the newest head speaks of. */
        SIGNED,
        /** How many events wait for the disk. */
        WAITING,
        /** How many files of broken ledgers are kept. */
        KEPT,
        /** */
        DEVIATIONS
    }

    static Status of(FileLedger ledger) {
        Optional<Head> head = ledger.head();
        Facts facts = Facts.none().with(Name.ENTRIES, ledger.size());
        Facts signed = facts.with(Name.SIGNED, head.map(Head::size).orElse(0L));
        LedgerState state = ledger.state();
        return switch (state) {
            case TAKES_ENTRIES -> head.isPresent() ? new Status(LEDGER, signed) : new Status(LEDGER_NOT_SIGNED, facts);
            case CANNOT_WRITE ->
                new Status(
                        LEDGER_CANNOT_WRITE,
                        signed.with(Name.WAITING, ledger.waiting()).with(Name.DEVIATIONS, 1));
            case EVIDENCE_KEPT ->
                new Status(
                        LEDGER_EVIDENCE_KEPT,
                        signed.with(Name.KEPT, ledger.evidence()).with(Name.DEVIATIONS, 1));
        };
    }

    /** Before there is one. */
    static Status notOpen() {
        return new Status(LEDGER_NOT_OPEN, Facts.none().with(Name.DEVIATIONS, 1));
    }
}
