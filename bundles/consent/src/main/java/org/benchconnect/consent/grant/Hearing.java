package org.benchconnect.consent.grant;

import java.util.Optional;
import java.util.function.Predicate;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.launcher.module.Modules;
import org.jspecify.annotations.Nullable;

/**
 * What makes a person's word count, whatever it is about: the same question, PIN, keys and ledger as for a consent to a feature. For answers that are not about
 * one feature. Safe for any thread.
 */
public final class Hearing {
    private final Neighbours around;
    private final Persons persons;
    private final LedgerView view;
    private final Freezing freezing;
    private final Raising raising;
    private final LateNotes notes;
    private final Repetitions repetitions;

    Hearing(
            Neighbours around,
            Persons persons,
            LedgerView view,
            Freezing freezing,
            Raising raising,
            LateNotes notes,
            Repetitions repetitions) {
        this.around = around;
        this.persons = persons;
        this.view = view;
        this.freezing = freezing;
        this.raising = raising;
        this.notes = notes;
        this.repetitions = repetitions;
    }

    /** Uses a question up; the remote desktop stays frozen until the use is closed. */
    public Questions.Use use(String question) throws AnswerRefusedException {
        return persons.use(question);
    }

    /** Refuses before anything is written down, while something that raising needs is missing: a ledger that takes entries, open keys that are pinned, the launcher. */
    public Ledger ready() throws AnswerRefusedException {
        return raising.ready(false).ledger();
    }

    /** The person, if the PIN is right. Wipes the PIN in every case. */
    public Account person(AccountId id, char[] pin) throws AnswerRefusedException {
        return persons.check(id, pin);
    }

    /** That this person, whose PIN was right, may say it. */
    public static void require(Account account, Role role) throws AnswerRefusedException {
        Persons.require(account, role);
    }

    /** That no administrator froze changes. */
    public void requireThawed() throws AnswerRefusedException {
        if (isFrozen()) {
            throw new AnswerRefusedException(Reason.FROZEN, "an administrator froze changes");
        }
    }

    /** Whether an administrator did. */
    public boolean isFrozen() {
        return freezing.now().isPresent();
    }

    /**
     * Into the ledger, durably and signed: only then may it take effect.
     *
     * @throws AnswerRefusedException if it is not there
     */
    public static Entry append(Ledger ledger, Event event) throws AnswerRefusedException {
        return Raising.append(ledger, event);
    }

    /** What the upgrade utility refuses, as the refusal of an answer. */
    public static AnswerRefusedException refusal(FeatureRefusedException e) {
        return Refusals.of(e);
    }

    /** An answer that did not count; a thousand equal ones become one entry with their number. */
    public void refused(Event event) {
        repetitions.happened(event);
    }

    /** What lowered and has taken effect. */
    public void note(Event event) {
        notes.note(event);
    }

    /** The ledger that is there now. */
    public @Nullable Ledger ledger() {
        return around.ledger();
    }

    /** The upgrade utility that is there now. */
    public @Nullable Upgrades upgrades() {
        return around.upgrades();
    }

    /** The version of a feature that runs, or waits for a consent, now. */
    public Optional<String> version(String feature) {
        Modules modules = around.modules();
        return modules == null
                ? Optional.empty()
                : modules.features().stream()
                        .filter(one -> one.name().equals(feature))
                        .map(one -> one.version())
                        .findFirst();
    }

    /** Whether this feature has a consent in force that its newer version would not keep. */
    public boolean loses(FeaturePlan newer) {
        Predicate<Consent> keeps = consent -> Renewal.keeps(
                consent, newer.feature().version(), newer.feature().privileges());
        return view.inForce(newer.feature().name()).filter(keeps.negate()).isPresent();
    }
}
