package org.benchconnect.consent.account;

import static org.benchconnect.consent.account.Pc.OTHER_PIN;
import static org.benchconnect.consent.account.Pc.QUESTION;
import static org.benchconnect.consent.account.Pc.pin;
import static org.benchconnect.consent.account.Pc.refuses;
import static org.benchconnect.consent.account.Pc.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.Test;

/** Who has an account, until when, and by whom; and how they get in again. */
class PeopleTest {
    private final Pc pc = new Pc();

    @Test
    void temporaryStaffAreOverAfterTheirDateAlsoWithTheClockSetBack() throws Exception {
        Account ada = pc.first().account();
        Instant until = pc.wall.plus(Duration.ofDays(7));
        Account temporary = pc.addUntil(until, ada, "Bruno", Role.LABORATORY_USER);
        assertEquals(temporary, pc.accounts.check(temporary.id(), OTHER_PIN.toCharArray()));

        pc.wall = until;
        refuses(Reason.OVER, () -> pc.accounts.check(temporary.id(), OTHER_PIN.toCharArray()));
        pc.accounts.check(ada.id(), pin());
        pc.wall = until.minus(Duration.ofDays(3));
        refuses(Reason.OVER, () -> pc.accounts.check(temporary.id(), OTHER_PIN.toCharArray()));
        pc.restart();
        refuses(Reason.OVER, () -> pc.accounts.check(temporary.id(), OTHER_PIN.toCharArray()));
    }

    @Test
    void aDateThatIsPastOrMoreThanAYearAwayIsRefused() throws Exception {
        Account ada = pc.first().account();

        for (Instant until : List.of(pc.wall, pc.wall.plus(Duration.ofDays(367)))) {
            refuses(Reason.DATE, () -> pc.addUntil(until, ada, "Bruno", Role.LABORATORY_USER));
        }
    }

    @Test
    void theLastAdministratorStaysAndATemporaryOneDoesNotReplaceHer() throws Exception {
        Account ada = pc.first().account();
        pc.addUntil(pc.wall.plus(Duration.ofDays(5)), ada, "Bruno", Role.LABORATORY_ADMINISTRATOR);

        refuses(Reason.LAST_ADMINISTRATOR, () -> pc.accounts.remove(ada.id(), pin(), ada.id()));

        pc.add(ada, "Carla", Role.LABORATORY_ADMINISTRATOR);
        pc.accounts.remove(ada.id(), pin(), ada.id());
        assertEquals(
                List.of("Bruno", "Carla"),
                pc.accounts.all().stream().map(Account::name).toList());
    }

    @Test
    void aLaboratoryUserKeepsNoAccounts() throws Exception {
        Account ada = pc.first().account();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);

        refuses(
                Reason.NOT_ADMINISTRATOR,
                () -> pc.accounts.add(
                        QUESTION,
                        bruno.id(),
                        OTHER_PIN.toCharArray(),
                        "Carla",
                        Role.LABORATORY_ADMINISTRATOR,
                        Optional.empty(),
                        pin()));
        refuses(Reason.NOT_ADMINISTRATOR, () -> pc.accounts.remove(bruno.id(), OTHER_PIN.toCharArray(), ada.id()));
        refuses(
                Reason.NOT_ADMINISTRATOR,
                () -> pc.accounts.resetPin(QUESTION, bruno.id(), OTHER_PIN.toCharArray(), ada.id(), pin()));
    }

    @Test
    void namesThatPeopleWouldTakeForOneAreRefused() throws Exception {
        Account ada = pc.first().account();

        for (String name : List.of("ada  VERDI", "Ada\u00a0Verdi", "", "   ", "a\u202eb", "x".repeat(61), "<b>")) {
            refuses(Reason.NAME, () -> pc.add(ada, name, Role.LABORATORY_USER));
        }
    }

    @Test
    void somebodyWhoForgotThePinGetsAnotherWhichAlsoOpensTheAccount() throws Exception {
        Account ada = pc.first().account();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);
        for (int i = 0; i < 3; i++) {
            refuses(Reason.WRONG_PIN, () -> pc.accounts.check(bruno.id(), wrong()));
        }

        pc.accounts.resetPin(QUESTION, ada.id(), pin(), bruno.id(), "8150629".toCharArray());

        pc.restart();
        assertEquals(bruno, pc.accounts.check(bruno.id(), "8150629".toCharArray()));
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(bruno.id(), OTHER_PIN.toCharArray()));
    }

    @Test
    void onesOwnPinIsChangedWithTheOldOne() throws Exception {
        Account ada = pc.first().account();

        refuses(Reason.WRONG_PIN, () -> pc.accounts.changePin(QUESTION, ada.id(), wrong(), OTHER_PIN.toCharArray()));
        pc.accounts.changePin(QUESTION, ada.id(), pin(), OTHER_PIN.toCharArray());

        pc.restart();
        assertEquals(ada, pc.accounts.check(ada.id(), OTHER_PIN.toCharArray()));
    }

    @Test
    void anErasedNameLeavesTheId() throws Exception {
        Account ada = pc.first().account();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);
        refuses(Reason.UNKNOWN, () -> pc.accounts.eraseName(ada.id(), pin(), bruno.id()));
        pc.accounts.remove(ada.id(), pin(), bruno.id());
        assertEquals(Optional.of("Bruno"), pc.accounts.name(bruno.id()));

        pc.accounts.eraseName(ada.id(), pin(), bruno.id());

        pc.restart();
        assertEquals(Optional.empty(), pc.accounts.name(bruno.id()));
        Entry erased = pc.ledger.entries.get(pc.ledger.entries.size() - 1);
        assertEquals(EventKind.NAME_ERASED, erased.event().kind());
        assertEquals(bruno.id().value(), erased.event().details().get(Detail.ACCOUNT));
    }

    @Test
    void theRecoveryCodeWorksOnceAndOnlyForAnAdministrator() throws Exception {
        WithRecoveryCode first = pc.first();
        Account ada = first.account();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);
        char[] code = first.recoveryCode().toCharArray();

        refuses(
                Reason.NOT_ADMINISTRATOR,
                () -> pc.accounts.recover(QUESTION, code.clone(), bruno.id(), OTHER_PIN.toCharArray()));
        WithRecoveryCode next = pc.accounts.recover(QUESTION, code.clone(), ada.id(), OTHER_PIN.toCharArray());

        assertEquals(ada, pc.accounts.check(ada.id(), OTHER_PIN.toCharArray()));
        assertNotEquals(first.recoveryCode(), next.recoveryCode());
        refuses(
                Reason.WRONG_CODE,
                () -> pc.accounts.recover(QUESTION, code.clone(), ada.id(), "8150629".toCharArray()));
        pc.restart();
        pc.accounts.recover(QUESTION, next.recoveryCode().toCharArray(), ada.id(), "8150629".toCharArray());
        assertTrue(pc.ledger.kinds().contains(EventKind.RECOVERY_USED));
    }
}
