package org.benchconnect.teamviewerbridge.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;

/** One person with one PIN; nothing can be changed. */
final class OneAccount implements Accounts {
    static final AccountId ID = new AccountId("00000000000000a1");
    static final String PIN = "482915";

    private static AccountRefusedException refused(AccountRefusedException.Reason reason) {
        return new AccountRefusedException(reason, "as the test wants");
    }

    @Override
    public List<Account> all() {
        return List.of(new Account(ID, "Maria", Role.values()[0], Optional.empty(), Duration.ZERO));
    }

    @Override
    public Optional<String> name(AccountId id) {
        return Optional.of("Maria");
    }

    @Override
    public boolean needsFirstAdministrator() {
        return false;
    }

    @Override
    public WithRecoveryCode first(String question, char[] code, String name, char[] pin)
            throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_FIRST);
    }

    @Override
    public Account check(AccountId id, char[] pin) throws AccountRefusedException {
        boolean right = id.equals(ID) && Arrays.equals(pin, PIN.toCharArray());
        Arrays.fill(pin, '\0');
        if (!right) {
            throw refused(AccountRefusedException.Reason.WRONG_PIN);
        }
        return all().get(0);
    }

    @Override
    public Account add(
            String question, AccountId by, char[] pin, String name, Role role, Optional<Instant> until, char[] newPin)
            throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }

    @Override
    public void changePin(String question, AccountId id, char[] pin, char[] newPin) throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }

    @Override
    public void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin)
            throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }

    @Override
    public void remove(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }

    @Override
    public void eraseName(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }

    @Override
    public WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin)
            throws AccountRefusedException {
        throw refused(AccountRefusedException.Reason.NOT_AVAILABLE);
    }
}
