package org.benchconnect.tests.powerloss;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;

/** What happens to accounts, one after the other. */
final class People {
    static final String PIN = "739184";
    private static final String OTHER_PIN = "508261";
    private static final String WRONG = "640927";

    private String recovery = "";

    /** From the first administrator to the use of the recovery code. */
    List<Step> steps() {
        return List.of(
                new Step("first administrator", this::first),
                new Step("account added", this::add),
                new Step("wrong PIN", this::wrong),
                new Step("second wrong PIN", this::wrong),
                new Step("third wrong PIN", this::wrong),
                new Step("fourth wrong PIN", this::wrong),
                new Step("PIN reset", this::reset),
                new Step("wrong PIN again", this::wrong),
                new Step("own PIN changed", this::change),
                new Step("account removed", this::remove),
                new Step("name erased", this::erase),
                new Step("recovery code used", this::recover));
    }

    private void first(Pc pc) throws AccountRefusedException {
        String code = pc.accounts
                .first(AlwaysAsked.QUESTION, Pc.CODE.toCharArray(), "Ada Verdi", PIN.toCharArray())
                .recoveryCode();
        recovery = recovery.isEmpty() ? code : recovery; // of the run that goes on, not of one that branches off
    }

    private static Account administrator(Pc pc) {
        return of(pc, Role.LABORATORY_ADMINISTRATOR);
    }

    private static Account user(Pc pc) {
        return of(pc, Role.LABORATORY_USER);
    }

    private static Account of(Pc pc, Role role) {
        return pc.accounts.all().stream()
                .filter(one -> one.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private void add(Pc pc) throws AccountRefusedException {
        pc.accounts.add(
                AlwaysAsked.QUESTION,
                administrator(pc).id(),
                PIN.toCharArray(),
                "Bruno Neri",
                Role.LABORATORY_USER,
                Optional.empty(),
                OTHER_PIN.toCharArray());
    }

    private void wrong(Pc pc) {
        pc.passes(Duration.ofHours(2));
        try {
            pc.accounts.check(user(pc).id(), WRONG.toCharArray());
        } catch (AccountRefusedException refused) {
            pc.countedWrong = refused.reason() == AccountRefusedException.Reason.WRONG_PIN;
            return;
        }
        throw new AssertionError("a wrong PIN was taken");
    }

    private void reset(Pc pc) throws AccountRefusedException {
        pc.accounts.resetPin(
                AlwaysAsked.QUESTION,
                administrator(pc).id(),
                PIN.toCharArray(),
                user(pc).id(),
                OTHER_PIN.toCharArray());
    }

    private void change(Pc pc) throws AccountRefusedException {
        pc.passes(Duration.ofHours(2));
        pc.accounts.changePin(AlwaysAsked.QUESTION, user(pc).id(), OTHER_PIN.toCharArray(), PIN.toCharArray());
    }

    private void remove(Pc pc) throws AccountRefusedException {
        pc.accounts.remove(administrator(pc).id(), PIN.toCharArray(), user(pc).id());
    }

    private void erase(Pc pc) throws AccountRefusedException {
        String closed = pc.ledger.all().stream()
                .filter(entry -> entry.event().kind() == EventKind.ACCOUNT_REMOVED)
                .map(entry -> entry.event().details().get(Detail.ACCOUNT))
                .findFirst()
                .orElseThrow();
        pc.accounts.eraseName(administrator(pc).id(), PIN.toCharArray(), new AccountId(closed));
    }

    private void recover(Pc pc) throws AccountRefusedException {
        pc.accounts.recover(
                AlwaysAsked.QUESTION, recovery.toCharArray(), administrator(pc).id(), OTHER_PIN.toCharArray());
    }
}
