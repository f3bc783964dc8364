package org.benchconnect.core.upgrade;

import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;

/**
 * That an upgrade may be carried out.
 *
 * @param entry the number of its entry in the ledger
 * @param by who; of a standing consent, who gave that
 * @param at when
 * @param when how it waits
 * @param standing the number of the standing consent's entry; empty if a person answered for this very plan
 */
public record Approval(long entry, AccountId by, Instant at, When when, Optional<Long> standing) {
    /** How an upgrade waits. In every case until all instruments are idle. */
    public enum When {
        /** Until the maintenance window of the settings is open too. */
        IN_WINDOW,
        /** Only until then. */
        AS_SOON_AS_IDLE
    }
}
