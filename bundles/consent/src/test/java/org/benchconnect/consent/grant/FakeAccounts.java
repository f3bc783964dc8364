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
final class FakeAccounts implements Accounts {
    static final AccountId ADMINISTRATOR = new AccountId("00000000000000a1");
    static final AccountId USER = new AccountId("00000000000000b2");
    static final String PIN = "739154";

    private final Map<AccountId, Account> accounts = new HashMap<>();
    private Optional<Reason> refuses = Optional.empty();

    FakeAccounts() {
        add(ADMINISTRATOR, Role.LABORATORY_ADMINISTRATOR);
        add(USER, Role.LABORATORY_USER);
    }

    private void add(AccountId id, Role role) {
        accounts.put(id, new Account(id, "Somebody", role, Optional.empty(), Duration.ZERO));
    }

    /** And never was more. */
    void isUserNow(AccountId id) {
        add(id, Role.LABORATORY_USER);
    }

    /** From now on every check. */
    void refuses(Reason reason) {
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
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePin(String question, AccountId id, char[] pin, char[] newPin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(AccountId by, char[] pin, AccountId whose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void eraseName(AccountId by, char[] pin, AccountId whose) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin) {
        throw new UnsupportedOperationException();
    }
}
