package org.benchconnect.consent.account;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.consent.AnswerRefusedException;

/** The rules for what people give in, each with its refusal. Pure; no message repeats what was given in. */
final class Refusals {
    private static final Duration LONGEST_STAY = Duration.ofDays(366);

    private Refusals() {}

    static PersonName name(String typed) throws AccountRefusedException {
        try {
            return PersonName.of(typed);
        } catch (IllegalArgumentException e) {
            throw new AccountRefusedException(Reason.NAME, "this cannot be a name");
        }
    }

    static void requireRoom(PersonName name, AccountBook book) throws AccountRefusedException {
        if (book.isFull()) {
            throw new AccountRefusedException(Reason.TOO_MANY, "there are as many accounts as there can be");
        }
        if (book.hasName(name)) {
            throw new AccountRefusedException(Reason.NAME, "somebody here has this name");
        }
    }

    static void requireStrong(char[] pin) throws AccountRefusedException {
        if (!PinRules.strong(pin)) {
            throw new AccountRefusedException(
                    Reason.WEAK_PIN,
                    "a PIN has " + PinRules.SHORTEST + " to " + PinRules.LONGEST
                            + " digits, and is not one that everybody tries first");
        }
    }

    /** In whole seconds. */
    static Optional<Instant> until(Optional<Instant> until, Instant now) throws AccountRefusedException {
        if (until.isPresent() && (!until.get().isAfter(now) || until.get().isAfter(now.plus(LONGEST_STAY)))) {
            throw new AccountRefusedException(Reason.DATE, "the date is past, or more than a year away");
        }
        return until.map(date -> date.truncatedTo(ChronoUnit.SECONDS));
    }

    static Member administrator(Member member) throws AccountRefusedException {
        if (!member.isAdministrator()) {
            throw new AccountRefusedException(Reason.NOT_ADMINISTRATOR, "only an administrator may do this");
        }
        return member;
    }

    static AccountRefusedException unknown() {
        return new AccountRefusedException(Reason.UNKNOWN, "there is no such account");
    }

    static AccountRefusedException notAvailable(String why) {
        return new AccountRefusedException(Reason.NOT_AVAILABLE, why);
    }

    static AccountRefusedException notDurable(IOException e) {
        AccountRefusedException refused = notAvailable("the disk or the ledger of this PC takes nothing");
        refused.initCause(e);
        return refused;
    }

    static AccountRefusedException question(AnswerRefusedException e) {
        boolean remote = e.reason() == AnswerRefusedException.Reason.REMOTE_INPUT;
        AccountRefusedException refused = new AccountRefusedException(
                remote ? Reason.REMOTE_INPUT : Reason.QUESTION,
                remote ? "somebody connected from elsewhere could answer" : "no question is open for this: ask again");
        refused.initCause(e);
        return refused;
    }
}
