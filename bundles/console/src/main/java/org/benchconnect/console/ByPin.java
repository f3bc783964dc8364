package org.benchconnect.console;

import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.core.consent.AnswerRefusedException;

/** Carries out what a person answers for with a PIN: it comes to its end whoever goes away, the PIN is wiped, and a refusal is said in words. */
record ByPin(Unbroken unbroken) {
    /** Something that an answer may be refused for. */
    @FunctionalInterface
    interface Act {
        Reply.Whole act() throws AnswerRefusedException;
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
