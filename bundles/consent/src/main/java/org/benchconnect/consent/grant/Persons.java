package org.benchconnect.consent.grant;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;

/** Who says it: a question at this PC that is used up, and a person with the PIN and the role. Without either, nothing is said. */
final class Persons {
    private static final int PAGE = 1000;

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

    /** The person, the PIN, and that this person may say it. Wipes the PIN in every case. */
    void check(AccountId id, char[] pin, Role role) throws AnswerRefusedException {
        require(check(id, pin), role);
    }

    /** That this person, whose PIN was right, may say it. */
    static void require(Account account, Role role) throws AnswerRefusedException {
        if (role == Role.LABORATORY_ADMINISTRATOR && account.role() != Role.LABORATORY_ADMINISTRATOR) {
            throw new AnswerRefusedException(Reason.NOT_ADMINISTRATOR, "an administrator must answer this");
        }
    }

    /** The person and the PIN. Wipes the PIN in every case. */
    Account check(AccountId id, char[] pin) throws AnswerRefusedException {
        try {
            return checked(id, pin);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Account checked(AccountId id, char[] pin) throws AnswerRefusedException {
        Accounts accounts = around.accounts();
        if (around.identity() == null) {
            throw new AnswerRefusedException(Reason.NO_KEYS, "the keys of this PC are not open");
        }
        if (accounts == null) {
            throw new AnswerRefusedException(Reason.FAILED, "the accounts are not there");
        }
        try {
            return accounts.check(id, pin);
        } catch (AccountRefusedException e) {
            throw Refusals.of(e);
        }
    }

    /** Whether this is, or by the ledger once was, an administrator; empty while nobody can say. */
    Optional<Boolean> wasAdministrator(AccountId id) {
        Accounts accounts = around.accounts();
        Ledger ledger = around.ledger();
        if (accounts == null || ledger == null || accounts.all().isEmpty()) {
            return Optional.empty();
        }
        boolean is = accounts.all().stream().anyMatch(one -> one.id().equals(id) && isAdministrator(one.role()));
        try {
            return Optional.of(is || wasAdded(ledger, id));
        } catch (UncheckedIOException e) {
            return Optional.empty(); // whoever looks after the consents says that the ledger cannot be read
        }
    }

    private static boolean isAdministrator(Role role) {
        return role == Role.LABORATORY_ADMINISTRATOR;
    }

    private static boolean wasAdded(Ledger ledger, AccountId id) {
        long next = 0;
        for (List<Entry> page = ledger.entries(next, PAGE); !page.isEmpty(); page = ledger.entries(next, PAGE)) {
            if (page.stream().map(Entry::event).anyMatch(event -> isAdding(event, id))) {
                return true;
            }
            next = page.get(page.size() - 1).number() + 1;
        }
        return false;
    }

    private static boolean isAdding(Event event, AccountId id) {
        return event.kind() == EventKind.ACCOUNT_ADDED
                && id.value().equals(event.details().get(Detail.ACCOUNT))
                && Role.LABORATORY_ADMINISTRATOR.name().equals(event.details().get(Detail.ROLE));
    }
}
