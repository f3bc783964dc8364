package org.benchconnect.consent.grant;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a consent over to the version that is here now: forward, if the person said that newer versions keep it or allowed this one in an upgrade; back, if the ledger says
 * that a generation before runs again and this very version was allowed before. A new entry names the old one. Only while somebody raises or looks.
 */
final class Renewals {
    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final Neighbours around;
    private final LedgerView view;
    private final PresentFeatures present;
    private final Persons persons;
    private final Raising raising;
    private final GrantProof proof;
    private final LateNotes notes;

    Renewals(
            Neighbours around,
            LedgerView view,
            PresentFeatures present,
            Persons persons,
            Raising raising,
            GrantProof proof,
            LateNotes notes) {
        this.around = around;
        this.view = view;
        this.present = present;
        this.persons = persons;
        this.raising = raising;
        this.proof = proof;
        this.notes = notes;
    }

    /** What came of it. */
    enum Outcome {
        /** It runs now. */
        RUNS,
        /** It may, and could not be started. */
        FAILED,
        /** Nobody can say yet: look again. */
        LATER,
        /** What should be carried over is not proven by a grant on this disk. */
        NOT_PROVEN,
        /** A consent that was never carried out counts no more; the one before it does: look again. */
        UNDONE,
        /** Something newer was allowed since; this version may not run. */
        OUTDATED,
        /** Nobody allowed this version. */
        NOT_ALLOWED
    }

    /** With privileges, and in another version than the one that was allowed last. */
    Outcome withPrivileges(FeatureModules feature, Consent consent, int lowered) {
        Optional<Wanted> wanted = present.wanted(feature);
        if (wanted.isPresent()
                && Renewal.keeps(consent, feature.version(), wanted.get().privileges())) {
            return carryProven(feature, wanted.get(), consent, consent, lowered);
        }
        if (!Renewal.isNewer(consent.version(), feature.version())) {
            return Outcome.NOT_ALLOWED;
        }
        if (isUnfinished(feature, consent)) {
            return undone(consent);
        }
        Optional<Consent> before = wanted.filter(here -> view.said().lineage().wentBackSince(consent))
                .flatMap(here -> view.said().lineage().beforeInFamily(consent, exactly(here)));
        return before.isPresent()
                ? carryProven(feature, wanted.orElseThrow(), before.get(), consent, lowered)
                : Outcome.OUTDATED;
    }

    /** Without privileges it needs no grant, so there is none to prove anything: the ledger alone says it. */
    Outcome withoutPrivileges(FeatureModules feature, Consent consent) {
        Optional<Wanted> wanted = present.wanted(feature);
        if (wanted.isEmpty()) {
            return Renewal.keeps(consent, feature.version(), Set.of()) ? Outcome.LATER : Outcome.NOT_ALLOWED;
        }
        int lowered = view.loweredOften(feature.name());
        if (Renewal.keeps(consent, feature.version(), Set.of())) {
            return carry(wanted.get(), consent, consent.by(), lowered);
        }
        Optional<AccountId> upgraded = upgraded(wanted.get());
        if (upgraded.isPresent() && Renewal.isNewer(feature.version(), consent.version())) {
            return carry(wanted.get(), consent, upgraded.get(), lowered);
        }
        if (isUnfinished(feature, consent)) {
            return undone(consent);
        }
        Lineage lineage = view.said().lineage();
        Optional<Consent> before =
                lineage.wentBackSince(consent) ? lineage.before(consent, exactly(wanted.get())) : Optional.empty();
        return before.map(one -> carry(wanted.get(), one, one.by(), lowered)).orElse(Outcome.NOT_ALLOWED);
    }

    private Optional<AccountId> upgraded(Wanted here) {
        return Optional.ofNullable(view.said()
                .lineage()
                .upgraded()
                .get(new Lineage.Upgraded(here.feature(), here.version(), here.document())));
    }

    private static Predicate<Consent> exactly(Wanted here) {
        return one -> one.version().equals(here.version())
                && one.document().equals(here.document())
                && one.modules().equals(here.modulesDigest());
    }

    /** An older version is here than the one that was allowed last, and nothing says that this one was ever here. */
    private boolean isUnfinished(FeatureModules feature, Consent consent) {
        return Renewal.isNewer(consent.version(), feature.version())
                && view.said().lineage().isInterrupted(consent);
    }

    /** Power was lost between the consent to a newer version and its installation: what was allowed before counts again. */
    private Outcome undone(Consent consent) {
        view.fail(consent.entry());
        notes.note(Event.of(EventKind.FEATURE_FAILED)
                .with(Detail.FEATURE, consent.feature())
                .with(Detail.ENTRY, consent.entry())
                .with(Detail.REASON, "NOT_FINISHED"));
        return Outcome.UNDONE;
    }

    /**
     * What is carried over must be proven: a grant by this device in the family of the consent that is in force, and an administrator who gave it.
     *
     * @param old whose word is carried over
     * @param inForce which consent counts now
     */
    private Outcome carryProven(FeatureModules feature, Wanted wanted, Consent old, Consent inForce, int lowered) {
        DeviceIdentity device = around.identity();
        Optional<Boolean> administrator = persons.wasAdministrator(old.by());
        if (device == null || administrator.isEmpty()) {
            return Outcome.LATER;
        }
        return administrator.get() && proof.has(inForce, feature, device)
                ? carry(wanted, old, old.by(), lowered)
                : Outcome.NOT_PROVEN;
    }

    /** A new entry names the old one, and has the same text, the same promise about newer versions, and the same instrument. */
    private Outcome carry(Wanted wanted, Consent old, AccountId by, int lowered) {
        Event event = Raising.event(
                        wanted,
                        around.instrumentRule(),
                        old.text(),
                        Paragraphs.tag(old.language()),
                        old.newerVersions())
                .by(by)
                .with(Detail.ENTRY, old.entry());
        Event bound = old.model().map(model -> event.with(Detail.MODEL, model)).orElse(event);
        try {
            raising.carryOut(raising.ready(false), wanted, bound, lowered);
            return Outcome.RUNS;
        } catch (AnswerRefusedException e) {
            LOG.warn("version {} of {} does not run: {}", wanted.version(), wanted.feature(), e.getMessage());
            return Outcome.FAILED;
        }
    }

    /** What came of writing a grant again. */
    enum Mended {
        /** It is there. */
        YES,
        /** Nothing proves that it was there. */
        NO,
        /** Nobody can say yet, or the disk does not take it. */
        LATER
    }

    /**
     * Writes the grant of a consent again whose renewal, or whose way back from one, was interrupted: the ledger has it, and the grant on the disk is that of a relative, or
     * half of each.
     */
    Mended mend(FeatureModules feature, Consent consent, int lowered) {
        List<Consent> family = view.said().lineage().family(consent);
        if (family.size() < 2 || !new Digests.Listed(feature.sha256()).digest().equals(consent.modules())) {
            return Mended.NO;
        }
        DeviceIdentity device = around.identity();
        if (device == null) {
            return Mended.LATER;
        }
        try {
            return proof.has(consent, feature, device) && raising.grantAgain(consent, feature.sha256(), device, lowered)
                    ? Mended.YES
                    : Mended.NO;
        } catch (IOException e) {
            LOG.warn("the grant of {} is not on the disk yet; it is tried again", feature.name(), e);
            return Mended.LATER;
        }
    }
}
