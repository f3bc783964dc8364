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
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.Grant;
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
    private final Persons persons;
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
            Persons persons,
            Raising raising,
            Lowering lowering,
            LateNotes notes) {
        this.around = around;
        this.view = view;
        this.grants = grants;
        this.present = present;
        this.persons = persons;
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
        if (consent.isPresent() && consent.get().version().equals(feature.version())) {
            return;
        }
        if (consent.isPresent() && Renewal.keeps(consent.get(), feature.version(), Set.of())) {
            renewPlain(feature, consent.get());
        } else if (consent.isPresent() && isUnfinished(feature, consent.get())) {
            notFinished(consent.get()); // looked at again with the consent before it
        } else {
            lowering.removePlain(feature.name());
        }
    }

    private void renewPlain(FeatureModules feature, Consent consent) {
        Optional<Wanted> wanted = present.wanted(feature);
        String state = consent.entry() + " " + feature.version() + wanted.isPresent() + (around.identity() == null);
        if (wanted.isPresent() && isNew(feature.name(), state)) {
            renew(feature, wanted.get(), consent, view.loweredOften(feature.name()));
        }
    }

    /** An older version is here than the one that was allowed last, and nothing says that this one was ever here. */
    private boolean isUnfinished(FeatureModules feature, Consent consent) {
        return Renewal.isNewer(consent.version(), feature.version())
                && !view.said().carriedOut().contains(consent.entry());
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
        String state = consent.entry() + " " + feature.version() + " " + digest + " "
                + String.join(" ", feature.sha256()) + (around.identity() == null);
        if (!isNew(feature.name(), state)) {
            return;
        }
        if (digest.isEmpty()) {
            gone(feature, consent);
        } else if (!consent.version().equals(feature.version())) {
            otherVersion(feature, consent, lowered);
        } else if (!covers(feature, consent)) {
            states.put(feature.name(), State.GRANT_REFUSED);
            refused(feature.name(), "LEDGER", digest);
        } else {
            start(feature, modules, consent, lowered, digest);
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

    /** Whether the grant on the disk is the one of the consent in the ledger, and for what is here. */
    private boolean covers(FeatureModules feature, Consent consent) {
        try {
            Optional<Grant> grant = grants.read(feature.name());
            return grant.isPresent()
                    && grant.get().feature().equals(consent.feature())
                    && grant.get().version().equals(consent.version())
                    && new Digests.Listed(grant.get().sha256()).digest().equals(consent.modules())
                    && String.join(",", grant.get().privileges()).equals(ConsentBook.tokens(consent.privileges()))
                    && grant.get().model().equals(consent.model().orElse(ConsentBook.NONE))
                    && grant.get().sha256().containsAll(feature.sha256());
        } catch (IOException e) {
            LOG.warn("the grant of {} cannot be read", feature.name(), e);
            return false;
        }
    }

    private void start(FeatureModules feature, Modules modules, Consent consent, int lowered, String digest) {
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
                case FAILED -> failed(feature);
                default -> {
                    states.put(feature.name(), State.GRANT_REFUSED);
                    refused(feature.name(), e.reason().name(), digest);
                }
            }
        }
    }

    /** The consent stays: the next start of the agent tries again. */
    private void failed(FeatureModules feature) {
        states.put(feature.name(), State.FAILED);
        notes.note(Event.of(EventKind.FEATURE_FAILED)
                .with(Detail.FEATURE, feature.name())
                .with(Detail.VERSION, feature.version())
                .with(Detail.REASON, "NOT_STARTED"));
    }

    private void refused(String feature, String rule, String digest) {
        LOG.warn("the grant of {} on the disk counts for nothing ({})", feature, rule);
        notes.note(Event.of(EventKind.GRANT_REFUSED)
                .with(Detail.FEATURE, feature)
                .with(Detail.RULE, rule)
                .with(Detail.DIGEST, digest));
    }

    private void otherVersion(FeatureModules feature, Consent consent, int lowered) {
        states.put(feature.name(), State.NOT_ALLOWED);
        Optional<Wanted> wanted = present.wanted(feature);
        if (wanted.isPresent()
                && Renewal.keeps(consent, feature.version(), wanted.get().privileges())) {
            renewByGrant(feature, wanted.get(), consent, lowered);
        } else if (isUnfinished(feature, consent)) {
            notFinished(consent);
        } else if (Renewal.isNewer(consent.version(), feature.version())) {
            outdated(feature);
        }
    }

    /** Old files were put back: what a newer consent has replaced does not run again. */
    private void outdated(FeatureModules feature) {
        states.put(feature.name(), State.GRANT_REFUSED);
        refused(feature.name(), "REPLACED", digestOnDisk(feature.name()));
    }

    /** What is renewed must be there itself: the old version's grant, by this device and for this very consent, given by an administrator. */
    private void renewByGrant(FeatureModules feature, Wanted wanted, Consent old, int lowered) {
        DeviceIdentity device = around.identity();
        Optional<Boolean> administrator = persons.wasAdministrator(old.by());
        if (device == null || administrator.isEmpty()) {
            tried.remove(feature.name()); // nobody can say yet
            return;
        }
        if (administrator.get() && isGrantOf(old, device)) {
            renew(feature, wanted, old, lowered);
        } else {
            states.put(feature.name(), State.GRANT_REFUSED);
            refused(feature.name(), "RENEWAL", digestOnDisk(feature.name()));
        }
    }

    private boolean isGrantOf(Consent consent, DeviceIdentity device) {
        try {
            return grants.isOf(consent, device);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the grant of {} cannot be read", consent.feature(), e);
            return false;
        }
    }

    /** A person said that newer versions keep it: a new entry names the old one, and has the same text. */
    private void renew(FeatureModules feature, Wanted wanted, Consent old, int lowered) {
        Event event = Raising.event(wanted, around.instrumentRule(), old.text(), Wording.tag(old.language()), true)
                .by(old.by())
                .with(Detail.ENTRY, old.entry());
        try {
            raising.carryOut(raising.ready(false), wanted, event, lowered);
            states.put(feature.name(), State.RUNS);
        } catch (AnswerRefusedException e) {
            LOG.warn("the newer version of {} does not run: {}", feature.name(), e.getMessage());
            states.put(feature.name(), State.FAILED);
        }
    }

    /** Power was lost between the consent to a newer version and its installation: what was allowed before counts again. */
    private void notFinished(Consent consent) {
        view.fail(consent.entry());
        notes.note(Event.of(EventKind.FEATURE_FAILED)
                .with(Detail.FEATURE, consent.feature())
                .with(Detail.ENTRY, consent.entry())
                .with(Detail.REASON, "NOT_FINISHED"));
    }
}
