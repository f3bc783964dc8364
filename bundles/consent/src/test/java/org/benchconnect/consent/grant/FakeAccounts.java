package org.benchconnect.consent.grant;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;

/** Accounts whose PINs are checked without their cost; what is not asked here fails. */
public final class FakeAccounts implements Accounts {
    public static final AccountId ADMINISTRATOR = new AccountId("00000000000000a1");
    public static final AccountId USER = new AccountId("00000000000000b2");
    public static final String PIN = "739154";

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private Optional<Reason> refuses = Optional.empty();

    public FakeAccounts() {
        add(ADMINISTRATOR, Role.LABORATORY_ADMINISTRATOR);
        add(USER, Role.LABORATORY_USER);
    }

    private void add(AccountId id, Role role) {
        accounts.put(id, new Account(id, "Somebody", role, Optional.empty(), Duration.ZERO));
    }

    /** And never was more. */
    public void isUserNow(AccountId id) {
        add(id, Role.LABORATORY_USER);
    }

    /** From now on every check. */
    public void refuses(Reason reason) {
        refuses = Optional.of(reason);
    }

    @Override
    public Account check(AccountId id, char[] pin) throws AccountRefusedException {
        if (refuses.isPresent()) {
            throw new AccountRefusedException(refuses.get(), "refused", Duration.ofSeconds(30));
        }
        Account account = accounts.get(id);
        if (account == null) {
            throw new AccountRefusedException(Reason.UNKNOWN, "unknown");
        }
        boolean right = Arrays.equals(pin, PIN.toCharArray());
        Arrays.fill(pin, '\0');
        if (!right) {
            throw new AccountRefusedException(Reason.WRONG_PIN, "another PIN");
        }
        return account;
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<String> name(AccountId id) {
        return Optional.empty();
    }

    @Override
    public boolean needsFirstAdministrator() {
        return false;
    }

    @Override
    public WithRecoveryCode first(String question, char[] code, String name, char[] pin) {
        throw notOfConsents("makes the first administrator");
    }

    @Override
    public Account add(
            String question,
            AccountId by,
            char[] pin,
            String name,
            Role role,
            Optional<java.time.Instant> until,
            char[] newPin) {
        throw notOfConsents("adds an account");
    }

    @Override
    public void changePin(String question, AccountId id, char[] pin, char[] newPin) {
        throw notOfConsents("changes a PIN");
    }

    @Override
    public void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin) {
        throw notOfConsents("resets a PIN");
    }

    @Override
    public void remove(AccountId by, char[] pin, AccountId whose) {
        throw notOfConsents("removes an account");
    }

    @Override
    public void eraseName(AccountId by, char[] pin, AccountId whose) {
        throw notOfConsents("erases a name");
    }

    @Override
    public WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin) {
        throw notOfConsents("recovers an account");
    }

    private static AssertionError notOfConsents(String what) {
        return new AssertionError("whoever takes answers never " + what);
    }
}
