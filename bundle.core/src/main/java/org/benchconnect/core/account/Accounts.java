package org.benchconnect.core.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts of this PC. A PIN is given as characters, which the callee wipes. Whatever raises rights names an open
 * {@linkplain org.benchconnect.core.consent.Questions question}, is in the ledger before it takes effect, and is durable when the call
 * returns. Safe for any thread; a PIN takes some tenths of a second.
 */
@ProviderType
public interface Accounts {
    /** Everybody who can be chosen, by name. */
    List<Account> all();

    /** The name behind an id, also of a closed account; empty if it was erased or never was. */
    Optional<String> name(AccountId id);

    /** Whether nobody is administrator yet. */
    boolean needsFirstAdministrator();

    /**
     * Makes the first administrator, once.
     *
     * @param code the one-time code that an administrator of the operating system got from {@code benchconnect account first}
     */
    WithRecoveryCode first(String question, char[] code, String name, char[] pin) throws AccountRefusedException;

    /** Checks a PIN. Returns the account, or refuses; a wrong PIN is counted before it is compared. */
    Account check(AccountId id, char[] pin) throws AccountRefusedException;

    /** Adds an account; an administrator's PIN. */
    Account add(
            String question, AccountId by, char[] pin, String name, Role role, Optional<Instant> until, char[] newPin)
            throws AccountRefusedException;

    /** Gives one's own account another PIN. */
    void changePin(String question, AccountId id, char[] pin, char[] newPin) throws AccountRefusedException;

    /** Gives somebody who forgot it another PIN, which opens that account again; an administrator's PIN. */
    void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin)
            throws AccountRefusedException;

    /** Closes an account; an administrator's PIN. The name stays readable in the history. */
    void remove(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException;

    /** Erases the name of a closed account for ever; an administrator's PIN. */
    void eraseName(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException;

    /**
     * Gives an administrator another PIN by the printed recovery code, which is used up by it.
     *
     * @return the next recovery code
     */
    WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin) throws AccountRefusedException;

    /**
     * An account together with the code to print.
     *
     * @param account whose
     * @param recoveryCode 8 groups of 4 letters and digits; shown once, never stored
     */
    record WithRecoveryCode(Account account, String recoveryCode) {
        @Override
        public String toString() {
            return "account " + account.id() + " with a recovery code";
        }
    }
}
