package org.benchconnect.consent.grant;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;

/** An administrator freezes changes, which takes effect first and is recorded after; or thaws them, within a question, which is recorded first. */
final class FreezeOrders {
    private final Neighbours around;
    private final Persons persons;
    private final LedgerView view;
    private final Freezing freezing;
    private final LateNotes notes;
    private final InstantSource clock;

    /** By this clock, to the millisecond. */
    FreezeOrders(
            Neighbours around,
            Persons persons,
            LedgerView view,
            Freezing freezing,
            LateNotes notes,
            InstantSource clock) {
        this.around = around;
        this.persons = persons;
        this.view = view;
        this.freezing = freezing;
        this.notes = notes;
        this.clock = clock;
    }

    /** No changes from now on. */
    void freeze(AccountId by, char[] pin) throws AnswerRefusedException {
        persons.check(by, pin, Role.LABORATORY_ADMINISTRATOR);
        freezing.freeze(new Freeze(by, clock.instant()));
        notes.note(Event.of(EventKind.CHANGES_FROZEN).by(by));
    }

    /** Changes again. The remote desktop stays frozen until it is done or refused. */
    void thaw(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        try (Questions.Use use = persons.use(question)) {
            thawed(by, pin, use);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private void thawed(AccountId by, char[] pin, Questions.Use use) throws AnswerRefusedException {
        persons.check(by, pin, Role.LABORATORY_ADMINISTRATOR);
        Ledger ledger = around.ledger();
        if (ledger == null) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger takes no entries now");
        }
        try {
            ledger.append(Event.of(EventKind.CHANGES_THAWED).by(by));
            freezing.thaw();
            view.read(ledger);
        } catch (LedgerException e) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger did not take it", e);
        } catch (IOException e) {
            throw new AnswerRefusedException(Reason.FAILED, "the disk did not take it: changes stay frozen", e);
        }
    }
}
