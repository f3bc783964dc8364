package org.benchconnect.consent.grant;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.NeedsConsent.State;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what runs equal to what may: starts what has a consent in the ledger and a grant on the disk, stops what has not, or whose instrument is another one. Each
 * thing is tried once for the state in which it is, not again and again.
 */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Neighbours around;
    private final LedgerView view;
    private final GrantFiles grants;
    private final PresentFeatures present;
    private final Renewals renewals;
    private final GrantProof proof;
    private final StartAttempts attempts;
    private final Raising raising;
    private final Lowering lowering;
    private final LateNotes notes;
    private final Map<String, String> tried = new ConcurrentHashMap<>();
    private final Map<String, State> states = new ConcurrentHashMap<>();

    Running(
            Neighbours around,
            LedgerView view,
            GrantFiles grants,
            PresentFeatures present,
            Renewals renewals,
            GrantProof proof,
            StartAttempts attempts,
            Raising raising,
            Lowering lowering,
            LateNotes notes) {
        this.around = around;
        this.view = view;
        this.grants = grants;
        this.present = present;
        this.renewals = renewals;
        this.proof = proof;
        this.attempts = attempts;
        this.raising = raising;
        this.lowering = lowering;
        this.notes = notes;
    }

    /** Looks at every feature that needs a consent. Not while somebody raises: then it is looked again soon. */
    void look() {
        Ledger ledger = around.ledger();
        Modules modules = around.modules();
        if (ledger == null || modules == null) {
            return; // what runs, runs on; nothing is started
        }
        if (!raising.lock().tryLock()) {
            return;
        }
        try {
            view.read(ledger);
            if (!view.isReadable()) {
                return;
            }
            for (FeatureModules feature : present.byConsent()) {
                if (feature.privileges().isEmpty()) {
                    lookAtPlain(feature);
                } else {
                    look(feature, modules);
                }
            }
        } finally {
            raising.lock().unlock();
        }
    }

    /** Something changed that is not seen from here: it is tried again. */
    void tryAgain(String feature) {
        tried.remove(feature);
    }

    /** How a feature is, by the last look. */
    State state(FeatureModules feature) {
        if (feature.running()) {
            return State.RUNS;
        }
        State state = states.get(feature.name());
        if (state == null) {
            // after a start nobody has looked yet: what the ledger says is allowed does not run yet
            return view.inForce(feature.name()).isPresent() ? State.FAILED : State.NOT_ALLOWED;
        }
        return state == State.RUNS ? State.NOT_ALLOWED : state;
    }

    private void look(FeatureModules feature, Modules modules) {
        int lowered = view.loweredOften(feature.name());
        Optional<Consent> consent = view.inForce(feature.name());
        if (consent.isEmpty()) {
            withoutConsent(feature);
        } else if (!mayRunHere(feature, consent.get())) {
            if (feature.running()) {
                LOG.warn("{} is stopped: the instrument of this PC is another one", feature.name());
                lowering.stop(feature.name(), State.OTHER_INSTRUMENT.name());
            }
            states.put(feature.name(), State.OTHER_INSTRUMENT);
            tried.remove(feature.name());
        } else if (!feature.running()) {
            startOnce(feature, modules, consent.get(), lowered);
        }
    }

    /** Without privileges it runs without a grant, as long as it is here: so without a consent it must not be here. */
    private void lookAtPlain(FeatureModules feature) {
        Optional<Consent> consent = view.inForce(feature.name());
        if (consent.isEmpty()) {
            lowering.removePlain(feature.name());
        } else if (!consent.get().version().equals(feature.version()) && !around.isChanging()) {
            otherPlainVersion(feature, consent.get());
        }
    }

    private void otherPlainVersion(FeatureModules feature, Consent consent) {
        String state = consent.entry() + " " + feature.version() + " "
                + view.said().lineage().wentBack() + (around.identity() == null);
        if (!isNew(feature.name(), state)) {
            return;
        }
        switch (renewals.withoutPrivileges(feature, consent)) {
            case LATER -> tried.remove(feature.name());
            case NOT_ALLOWED -> {
                tried.remove(feature.name());
                lowering.removePlain(feature.name());
            }
            default -> {
                // it stays: allowed, or allowed and not written down yet, which is tried again when something changes
            }
        }
    }

    private boolean mayRunHere(FeatureModules feature, Consent consent) {
        InstrumentRule instruments = around.instrumentRule();
        Optional<Set<Privilege>> privileges = PresentFeatures.privileges(feature);
        return privileges.isPresent()
                && instruments.releases(privileges.get(), Set.copyOf(feature.models()))
                && instruments.has(consent);
    }

    private void withoutConsent(FeatureModules feature) {
        if (feature.running()) {
            LOG.warn("{} is stopped: no consent to it is in force", feature.name());
            lowering.stop(feature.name(), State.NOT_ALLOWED.name());
        }
        String digest = digestOnDisk(feature.name());
        states.put(feature.name(), digest.isEmpty() ? State.NOT_ALLOWED : State.GRANT_REFUSED);
        if (!digest.isEmpty() && isNew(feature.name(), "no consent " + digest)) {
            refused(feature.name(), "NO_CONSENT", digest);
        }
    }

    private String digestOnDisk(String feature) {
        try {
            return grants.digest(feature).orElse("");
        } catch (IOException e) {
            LOG.warn("the grant of {} cannot be read", feature, e);
            return "";
        }
    }

    /** Once for each state of ledger, disk and generation. */
    private boolean isNew(String feature, String state) {
        return !state.equals(tried.put(feature, state));
    }

    private void startOnce(FeatureModules feature, Modules modules, Consent consent, int lowered) {
        String digest = digestOnDisk(feature.name());
        if (!isNew(feature.name(), stateOf(feature, consent, digest))) {
            return;
        }
        if (digest.isEmpty()) {
            gone(feature, consent);
        } else if (!consent.version().equals(feature.version())) {
            otherVersion(feature, consent, lowered, digest);
        } else if (proof.covers(feature, consent)) {
            start(feature, modules, consent, lowered, digest);
        } else {
            mend(feature, modules, consent, lowered, digest);
        }
    }

    private String stateOf(FeatureModules feature, Consent consent, String digest) {
        return consent.entry() + " " + feature.version() + " " + digest + " "
                + view.said().lineage().wentBack() + " " + String.join(" ", feature.sha256())
                + (around.identity() == null);
    }

    private void mend(FeatureModules feature, Modules modules, Consent consent, int lowered, String digest) {
        switch (renewals.mend(feature, consent, lowered)) {
            case YES -> start(feature, modules, consent, lowered, digest);
            case LATER -> tried.remove(feature.name());
            default -> refusedState(feature, "LEDGER", digest);
        }
    }

    /** A consent without its grant: somebody took it back and could not write that down, or power was lost before the grant was written. It is over. */
    private void gone(FeatureModules feature, Consent consent) {
        states.put(feature.name(), State.NOT_ALLOWED);
        view.lower(feature.name());
        notes.note(Event.of(EventKind.CONSENT_WITHDRAWN)
                .with(Detail.FEATURE, feature.name())
                .with(Detail.ENTRY, consent.entry())
                .with(Detail.REASON, "NO_GRANT"));
    }

    private void start(FeatureModules feature, Modules modules, Consent consent, int lowered, String digest) {
        if (attempts.isGivenUp(consent)) {
            LOG.warn(
                    "{} is allowed and not started by itself any more: its start ended the agent twice",
                    feature.name());
            failed(feature, "DIED_STARTING");
            return;
        }
        try {
            raising.start(modules, consent);
            states.put(feature.name(), State.RUNS);
            if (view.loweredOften(feature.name()) != lowered) {
                lowering.stop(feature.name(), "WITHDRAWN");
            }
        } catch (AnswerRefusedException e) {
            LOG.warn("{} is allowed and was not started: {}", feature.name(), e.getMessage());
            switch (e.reason()) {
                case MODEL -> states.put(feature.name(), State.OTHER_INSTRUMENT);
                case FAILED -> failed(feature, "NOT_STARTED");
                default -> refusedState(feature, e.reason().name(), digest);
            }
        }
    }

    /** The consent stays: the next start of the agent tries again. */
    private void failed(FeatureModules feature, String reason) {
        states.put(feature.name(), State.FAILED);
        notes.note(Event.of(EventKind.FEATURE_FAILED)
                .with(Detail.FEATURE, feature.name())
                .with(Detail.VERSION, feature.version())
                .with(Detail.REASON, reason));
    }

    private void refused(String feature, String rule, String digest) {
        LOG.warn("the grant of {} on the disk counts for nothing ({})", feature, rule);
        notes.note(Event.of(EventKind.GRANT_REFUSED)
                .with(Detail.FEATURE, feature)
                .with(Detail.RULE, rule)
                .with(Detail.DIGEST, digest));
    }

    private void otherVersion(FeatureModules feature, Consent consent, int lowered, String digest) {
        switch (renewals.withPrivileges(feature, consent, lowered)) {
            case RUNS -> states.put(feature.name(), State.RUNS);
            case FAILED -> notAgain(feature);
            case LATER -> tried.remove(feature.name()); // nobody can say yet
            case NOT_PROVEN -> refusedState(feature, "RENEWAL", digest);
            case OUTDATED -> refusedState(feature, "REPLACED", digest); // old files were put back
            default -> states.put(feature.name(), State.NOT_ALLOWED);
        }
    }

    /** What was begun is undone, so ledger and disk are not as they were; until the next start of the agent, or until something changes, it is not tried again. */
    private void notAgain(FeatureModules feature) {
        states.put(feature.name(), State.FAILED);
        view.inForce(feature.name())
                .ifPresent(
                        consent -> tried.put(feature.name(), stateOf(feature, consent, digestOnDisk(feature.name()))));
    }

    private void refusedState(FeatureModules feature, String rule, String digest) {
        states.put(feature.name(), State.GRANT_REFUSED);
        refused(feature.name(), rule, digest);
    }
}
