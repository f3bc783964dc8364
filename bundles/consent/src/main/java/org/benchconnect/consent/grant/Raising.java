package org.benchconnect.consent.grant;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way up: into the ledger, then the generation, then the grant, then the modules run. Whoever loses power in between has less at the next start, never more. If the
 * feature is lowered meanwhile, that wins. One at a time.
 */
final class Raising {
    private static final Logger LOG = LoggerFactory.getLogger(Raising.class);

    private final Neighbours around;
    private final LedgerView view;
    private final GrantFiles grants;
    private final StartAttempts attempts;
    private final LateNotes notes;
    private final ReentrantLock one = new ReentrantLock();

    Raising(Neighbours around, LedgerView view, GrantFiles grants, StartAttempts attempts, LateNotes notes) {
        this.attempts = attempts;
        this.around = around;
        this.view = view;
        this.grants = grants;
        this.notes = notes;
    }

    /** Held by whoever raises. */
    ReentrantLock lock() {
        return one;
    }

    /** What raising needs, all of it there. */
    record Ready(Ledger ledger, Modules modules, DeviceIdentity device, @Nullable Generations generations) {}

    /** Refuses before anything is written down, while something is missing. */
    Ready ready(boolean installs) throws AnswerRefusedException {
        Ledger ledger = around.ledger();
        if (ledger == null || ledger.state() == LedgerState.CANNOT_WRITE) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger takes no entries now");
        }
        DeviceIdentity device = around.identity();
        if (device == null) {
            throw new AnswerRefusedException(Reason.NO_KEYS, "the keys of this PC are not open");
        }
        if (!grants.pins(device)) {
            throw new AnswerRefusedException(
                    Reason.NOT_PINNED,
                    "the key of this PC is not pinned in the installation: run `benchconnect identity pin` as administrator");
        }
        Modules modules = around.modules();
        Generations generations = around.generations();
        if (modules == null || installs && generations == null) {
            throw new AnswerRefusedException(Reason.FAILED, "the part that installs and starts modules is not there");
        }
        return new Ready(ledger, modules, device, generations);
    }

    /**
     * Carries a consent out that a person has given or that a newer version keeps.
     *
     * @param event the consent as the ledger will have it
     * @throws AnswerRefusedException if nothing was raised; what was begun is undone
     */
    Consent carryOut(Ready ready, Wanted wanted, Event event, int loweredBefore) throws AnswerRefusedException {
        one.lock();
        try {
            Entry entry = append(ready.ledger(), event);
            view.read(ready.ledger());
            try {
                return effect(ready, wanted, entry, loweredBefore);
            } catch (AnswerRefusedException e) {
                undo(ready, wanted, entry, e, loweredBefore);
                throw e;
            } catch (RuntimeException e) {
                AnswerRefusedException refused = new AnswerRefusedException(Reason.FAILED, "an error: " + e, e);
                undo(ready, wanted, entry, refused, loweredBefore);
                throw refused;
            }
        } finally {
            one.unlock();
        }
    }

    static Entry append(Ledger ledger, Event event) throws AnswerRefusedException {
        try {
            return ledger.append(event);
        } catch (LedgerException e) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger did not take it: nothing was allowed", e);
        }
    }

    private Consent effect(Ready ready, Wanted wanted, Entry entry, int loweredBefore) throws AnswerRefusedException {
        if (wanted.plan().isPresent()) {
            install(ready, wanted.plan().get(), entry);
        }
        requireNotLowered(wanted, loweredBefore);
        Consent consent = consent(wanted, entry);
        if (!wanted.privileges().isEmpty()) {
            try {
                grants.write(consent, wanted.modules(), ready.device());
            } catch (IOException | IllegalArgumentException e) {
                throw Refusals.ofDisk("the disk did not take the grant", e);
            }
            requireNotLowered(wanted, loweredBefore); // whoever lowered before the file was there did not delete it
            start(ready.modules(), consent);
            requireNotLowered(wanted, loweredBefore);
        }
        return ConsentBook.in(consent, Consent.State.RUNS);
    }

    private Consent consent(Wanted wanted, Entry entry) throws AnswerRefusedException {
        if (!view.isReadable()) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger cannot be read, so nobody knows what counts");
        }
        return view.inForce(wanted.feature())
                .filter(consent -> consent.entry() == entry.number())
                .orElseThrow(() ->
                        new AnswerRefusedException(Reason.FAILED, "the consent was taken back while it was given"));
    }

    private void requireNotLowered(Wanted wanted, int loweredBefore) throws AnswerRefusedException {
        if (view.loweredOften(wanted.feature()) != loweredBefore) {
            throw new AnswerRefusedException(Reason.FAILED, "it was taken back while it was given");
        }
    }

    private void install(Ready ready, FeaturePlan plan, Entry entry) throws AnswerRefusedException {
        Generations generations = ready.generations();
        if (generations == null) {
            throw new AnswerRefusedException(Reason.FAILED, "the part that installs is not there");
        }
        try {
            generations.install(plan.document());
        } catch (FeatureRefusedException e) {
            throw Refusals.of(e);
        }
        notes.note(Event.of(EventKind.FEATURE_INSTALLED)
                .with(Detail.FEATURE, plan.feature().name())
                .with(Detail.VERSION, plan.feature().version())
                .with(Detail.DOCUMENT, plan.document())
                .with(Detail.ENTRY, entry.number()));
    }

    /** By a grant that lies on the disk already. */
    void start(Modules modules, Consent consent) throws AnswerRefusedException {
        attempts.begin(consent);
        try {
            modules.start(consent.feature(), GrantFiles.serial(consent));
        } catch (ModulesRefusedException e) {
            throw Refusals.of(e);
        } finally {
            attempts.ended(consent);
        }
        started(consent);
    }

    private void started(Consent consent) {
        notes.note(Event.of(EventKind.FEATURE_STARTED)
                .with(Detail.FEATURE, consent.feature())
                .with(Detail.VERSION, consent.version())
                .with(Detail.ENTRY, consent.entry()));
    }

    /**
     * Writes the grant of a consent again that the ledger has.
     *
     * @return whether it is there; not if the feature was lowered meanwhile
     */
    boolean grantAgain(Consent consent, List<String> modules, DeviceIdentity device, int loweredBefore)
            throws IOException {
        grants.write(consent, modules, device);
        if (view.loweredOften(consent.feature()) != loweredBefore) {
            grants.delete(consent.feature());
            return false;
        }
        return true;
    }

    /**
     * Nothing of it is left that could give a right; of a renewal the grant stays, which counts for nothing without the consent and proves that the old one was not taken
     * back; the consent before it counts again, and its grant if that is still there.
     */
    private void undo(Ready ready, Wanted wanted, Entry entry, AnswerRefusedException why, int loweredBefore) {
        LOG.warn("a consent to {} could not be carried out: {}", wanted.feature(), why.getMessage());
        view.fail(entry.number());
        if (!wanted.privileges().isEmpty() && hasGrantOf(wanted.feature(), entry)) {
            boolean provesTheOldOne = entry.event().details().containsKey(Detail.ENTRY)
                    && view.loweredOften(wanted.feature()) == loweredBefore;
            if (!provesTheOldOne) {
                grants.delete(wanted.feature());
            }
            ready.modules().evict(wanted.feature());
        }
        Event failed = Event.of(EventKind.FEATURE_FAILED)
                .with(Detail.FEATURE, wanted.feature())
                .with(Detail.ENTRY, entry.number())
                .with(Detail.REASON, why.reason().name());
        try {
            ready.ledger().append(failed);
            view.read(ready.ledger());
        } catch (LedgerException e) {
            notes.note(failed);
        }
    }

    /** Whether the grant on the disk may be the one of this entry: it was the last that was written. */
    private boolean hasGrantOf(String feature, Entry entry) {
        try {
            return grants.serialOnDisk(feature).orElse(entry.number() + 1) == entry.number() + 1;
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * A consent as the ledger keeps it.
     *
     * @param text the digest of the text that was shown
     */
    static Event event(Wanted wanted, InstrumentRule instruments, String text, String language, boolean newer) {
        return Event.of(EventKind.CONSENT_GIVEN)
                .with(Detail.FEATURE, wanted.feature())
                .with(Detail.VERSION, wanted.version())
                .with(Detail.DOCUMENT, wanted.document())
                .with(Detail.MODULES, wanted.modulesDigest())
                .with(Detail.PRIVILEGES, ConsentBook.tokens(wanted.privileges()))
                .with(Detail.TEXT, text)
                .with(Detail.LANGUAGE, language)
                .with(Detail.MODEL, instruments.model(wanted.models()).orElse(ConsentBook.NONE))
                .with(Detail.KEEPS, newer ? ConsentBook.KEEPS_NEWER : ConsentBook.KEEPS_SAME);
    }
}
