package org.benchconnect.consent.grant;

import java.util.Arrays;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;

/** Who says it: a question at this PC that is used up, and a person with the PIN and the role. Without either, nothing is said. */
final class Persons {
    private final Neighbours around;

    Persons(Neighbours around) {
        this.around = around;
    }

    /** Uses a question up. */
    Questions.Use use(String question) throws AnswerRefusedException {
        Questions questions = around.questions();
        if (questions == null) {
            throw new AnswerRefusedException(Reason.QUESTION_CLOSED, "nobody can be asked now");
        }
        return questions.use(question);
    }

    /** The person, the PIN, and that this person may say it. Wipes the PIN, except where nobody can check it. */
    void check(AccountId id, char[] pin, Role role) throws AnswerRefusedException {
        Accounts accounts = around.accounts();
        if (around.identity() == null) {
            throw new AnswerRefusedException(Reason.NO_KEYS, "the keys of this PC are not open");
        }
        if (accounts == null) {
            throw new AnswerRefusedException(Reason.FAILED, "the accounts are not there");
        }
        try {
            Account account = accounts.check(id, pin);
            if (role == Role.LABORATORY_ADMINISTRATOR && account.role() != Role.LABORATORY_ADMINISTRATOR) {
                throw new AnswerRefusedException(Reason.NOT_ADMINISTRATOR, "an administrator must answer this");
            }
        } catch (AccountRefusedException e) {
            throw Refusals.of(e);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }
}
