package org.benchconnect.consent.account;

import org.benchconnect.core.signal.FactName;

/** What is reported of the accounts. */
enum AccountsStatus {
    /** The keys of this PC or the ledger are not there (yet): no PIN is taken. */
    ACCOUNTS_WAIT,
    /** The disk does not give them; tried again. */
    ACCOUNTS_UNREADABLE,
    /** Nobody is administrator yet. */
    ACCOUNTS_NONE,
    /** There. */
    ACCOUNTS_READY,
    /** The file was changed, or is of another device: no account opens. */
    ACCOUNTS_CHANGED,
    /** The file is an older copy than the ledger says: no account opens. */
    ACCOUNTS_OLDER,
    /** The ledger knows accounts, and the file is gone: no account opens. */
    ACCOUNTS_MISSING;

    /** With what facts. */
    enum Name implements FactName {
        /** How many can be chosen. */
        ACCOUNTS,
        /** How many of them are administrators without an end. */
        ADMINISTRATORS,
        /** Of how many no PIN is taken just now. */
        LOCKED
    }

    /** Whether an administrator of the operating system has to begin anew. */
    boolean isBroken() {
        return this == ACCOUNTS_CHANGED || this == ACCOUNTS_OLDER || this == ACCOUNTS_MISSING;
    }
}
