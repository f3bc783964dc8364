package org.benchconnect.consent.account;

import static org.benchconnect.consent.account.Pc.QUESTION;
import static org.benchconnect.consent.account.Pc.pin;
import static org.benchconnect.consent.account.Pc.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.junit.jupiter.api.Test;

/** How the first administrator comes to be. */
class FirstAdministratorTest {
    private final Pc pc = new Pc();

    @Test
    void isMadeByTheCodeOfAnAdministratorOfTheOperatingSystem() throws Exception {
        assertTrue(pc.accounts.needsFirstAdministrator());

        WithRecoveryCode made = pc.first();

        assertEquals(Role.LABORATORY_ADMINISTRATOR, made.account().role());
        assertEquals("Ada Verdi", made.account().name());
        assertFalse(pc.accounts.needsFirstAdministrator());
        assertEquals(made.account(), pc.accounts.check(made.account().id(), pin()));
        pc.restart();
        assertEquals(List.of(made.account()), pc.accounts.all());
    }

    @Test
    void isMadeOnce() throws Exception {
        String code = pc.putFirstCode();
        pc.accounts.first(QUESTION, code.toCharArray(), "Ada Verdi", pin());

        refuses(Reason.NOT_FIRST, () -> pc.accounts.first(QUESTION, code.toCharArray(), "Eve", pin()));
    }

    @Test
    void isNotMadeWithoutTheFileInTheInstallationFolder() {
        refuses(
                Reason.WRONG_CODE,
                () -> pc.accounts.first(QUESTION, OneTimeCode.fresh().toCharArray(), "Eve", pin()));
    }

    @Test
    void isNotMadeByAnotherCodeAndWrongOnesAreSlow() throws Exception {
        String code = pc.putFirstCode();
        for (int i = 0; i < 3; i++) {
            refuses(
                    Reason.WRONG_CODE,
                    () -> pc.accounts.first(QUESTION, OneTimeCode.fresh().toCharArray(), "Eve", pin()));
        }

        refuses(Reason.LOCKED, () -> pc.accounts.first(QUESTION, code.toCharArray(), "Ada", pin()));
    }

    @Test
    void isNotMadeWhileSomebodyConnectedCouldAnswer() throws Exception {
        String code = pc.putFirstCode();
        pc.refused = Optional.of(AnswerRefusedException.Reason.REMOTE_INPUT);

        refuses(Reason.REMOTE_INPUT, () -> pc.accounts.first(QUESTION, code.toCharArray(), "Eve", pin()));

        pc.refused = Optional.of(AnswerRefusedException.Reason.TOO_SOON);
        refuses(Reason.QUESTION, () -> pc.accounts.first(QUESTION, code.toCharArray(), "Eve", pin()));
        assertTrue(pc.accounts.all().isEmpty());
    }
}
