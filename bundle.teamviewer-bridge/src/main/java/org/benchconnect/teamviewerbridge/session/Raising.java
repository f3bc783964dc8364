package org.benchconnect.teamviewerbridge.session;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.Leases;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;

/** What makes a person's word count: an open question, a PIN where one is needed, an entry in the ledger; in this order, before anything takes effect. */
final class Raising {
    private final Around around;
    private final AtomicBoolean taken = new AtomicBoolean();

    Raising(Around around) {
        this.around = around;
    }

    /** An answer, right or refused: its question is closed afterwards, so that nobody is kept frozen by it. */
    interface Answering extends AutoCloseable {
        @Override
        void close();
    }

    Answering answering(String question) {
        return () -> {
            Questions questions = around.questions().get();
            if (questions != null) {
                questions.close(question);
            }
        };
    }

    /** One session is begun at a time. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    Turn turn() throws SessionRefusedException {
        if (!taken.compareAndSet(false, true)) {
            throw new SessionRefusedException(Reason.RUNS);
        }
        return () -> taken.set(false);
    }

    /** Returns the ledger's time. */
    Instant byPin(String question, AccountId by, char[] pin, Event event)
            throws AnswerRefusedException, AccountRefusedException, SessionRefusedException {
        Accounts accounts = accounts();
        try (Questions.Use use = use(question)) {
            accounts.check(by, pin);
            return append(event.by(by));
        }
    }

    /** Whether that is this person's PIN. */
    void check(AccountId by, char[] pin) throws AccountRefusedException {
        accounts().check(by, pin);
    }

    private Accounts accounts() throws AccountRefusedException {
        Accounts accounts = around.accounts().get();
        if (accounts == null) {
            throw new AccountRefusedException(
                    AccountRefusedException.Reason.NOT_AVAILABLE, "nobody can check a PIN now");
        }
        return accounts;
    }

    /** A practice leaves nothing in the ledger: it raises nothing. */
    void byClick(String question, boolean practice, Event event)
            throws AnswerRefusedException, SessionRefusedException {
        try (Questions.Use use = use(question)) {
            if (!practice) {
                append(event);
            }
        }
    }

    /** The leases' owner uses the question up, and writes it down. */
    Lease lease(String question, LeaseRequest request, Optional<AccountId> by)
            throws AnswerRefusedException, SessionRefusedException {
        Leases leases = around.leases().get();
        if (leases == null) {
            throw new SessionRefusedException(Reason.DISABLED);
        }
        return leases.give(question, request, by);
    }

    private Questions.Use use(String question) throws AnswerRefusedException {
        Questions questions = around.questions().get();
        if (questions == null) {
            throw new AnswerRefusedException(AnswerRefusedException.Reason.QUESTION_CLOSED, "nobody can be asked now");
        }
        return questions.use(question);
    }

    private Instant append(Event event) throws SessionRefusedException {
        Ledger ledger = around.ledger().get();
        if (ledger == null) {
            throw new SessionRefusedException(Reason.LEDGER);
        }
        try {
            return ledger.append(event).time();
        } catch (LedgerException e) {
            SessionRefusedException refused = new SessionRefusedException(Reason.LEDGER);
            refused.initCause(e);
            throw refused;
        }
    }
}
