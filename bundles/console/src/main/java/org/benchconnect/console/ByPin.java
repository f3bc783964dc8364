package org.benchconnect.console;

import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;

/** Carries out what a person answers for with a PIN: it comes to its end whoever goes away, the PIN is wiped, and a refusal is said in words. */
record ByPin(Unbroken unbroken) {
    /** Something that an answer may be refused for. */
    @FunctionalInterface
    interface Act {
        Reply.Whole act() throws AnswerRefusedException;
    }

    /** Why an account did not count, as a reason why an answer does not. */
    static AnswerRefusedException asAnswer(AccountRefusedException refused) {
        AnswerRefusedException.Reason reason =
                switch (refused.reason()) {
                    case WRONG_PIN -> AnswerRefusedException.Reason.WRONG_PIN;
                    case LOCKED -> AnswerRefusedException.Reason.LOCKED;
                    case NOT_AVAILABLE -> AnswerRefusedException.Reason.NO_KEYS;
                    default -> AnswerRefusedException.Reason.ACCOUNT;
                };
        return new AnswerRefusedException(reason, String.valueOf(refused.getMessage()), refused.remaining());
    }

    Reply carryOut(OwnWords own, char[] pin, Act act) throws Refused {
        return unbroken.raise(
                () -> {
                    try {
                        return act.act();
                    } catch (AnswerRefusedException e) {
                        return PersonsRefusal.of(e, own);
                    }
                },
                pin);
    }
}
