package org.benchconnect.consent.grant;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.benchconnect.consent.lease.HeldLeases;
import org.benchconnect.consent.lease.Rights;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.consent.Withdrawal;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.text.Language;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consents of this PC, put together: {@link Asking} asks and takes a no, {@link Answering} a yes, {@link Lowering} takes back, {@link Removing} and
 * {@link FreezeOrders} do what an administrator says, {@link Overview} shows it. Looks once a second that what runs is what may.
 */
@Component(
        service = {Consents.class, GivenConsents.class},
        immediate = true)
public final class GivenConsents implements Consents {
    private static final Logger LOG = LoggerFactory.getLogger(GivenConsents.class);
    private static final long LOOK_EVERY = 1; // seconds

    private final HeldLeases leases;
    private final LateNotes notes;
    private final Repetitions repetitions;
    private final GateWatch gate;
    private final Requests requests;
    private final Asking asking;
    private final Answering answering;
    private final Lowering lowering;
    private final Removing removing;
    private final Freezing freezing;
    private final FreezeOrders freezeOrders;
    private final Running running;
    private final Overview overview;
    private final Hearing hearing;
    private volatile Runnable alsoLooks = () -> {};
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "benchconnect-consents");
        thread.setDaemon(true);
        return thread;
    });

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public GivenConsents(BundleContext context, @Reference BoundNeighbours neighbours, @Reference HeldLeases leases) {
        this(
                neighbours,
                leases,
                Disk.forOwner(),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.INSTALLATION), Platform.INSTALLATION)),
                Clock.systemUTC(),
                System::nanoTime);
        looking.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_EVERY, TimeUnit.SECONDS);
    }

    /** With these around; somebody else calls {@link #look}. */
    GivenConsents(
            Neighbours around,
            HeldLeases leases,
            Storage storage,
            Path home,
            Path installation,
            Clock clock,
            LongSupplier nanos) {
        InstantSource millis = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the ledger has them
        LedgerView view = new LedgerView();
        GrantFiles grants = new GrantFiles(storage, home, installation);
        PresentFeatures present = new PresentFeatures(around, grants, storage, home, installation);
        Persons persons = new Persons(around);
        this.leases = leases;
        this.notes = new LateNotes(around::ledger);
        this.repetitions = new Repetitions(notes, nanos);
        this.gate = new GateWatch(around, repetitions);
        this.requests = new Requests(storage, home);
        this.freezing = new Freezing(storage, home, view);
        this.freezeOrders = new FreezeOrders(around, persons, view, freezing, notes, millis);
        this.lowering = new Lowering(around, view, grants, present, notes, leases);
        this.removing = new Removing(around, persons, view, grants, lowering);
        StartAttempts attempts = new StartAttempts(storage, home);
        Raising raising = new Raising(around, view, grants, attempts, notes);
        GrantProof proof = new GrantProof(view, grants);
        Renewals renewals = new Renewals(around, view, present, persons, raising, proof, notes);
        this.asking = new Asking(around, requests, present, notes, repetitions, millis);
        this.answering = new Answering(around, persons, view, requests, present, freezing, raising, repetitions);
        this.running = new Running(around, view, grants, present, renewals, proof, attempts, raising, lowering, notes);
        this.overview = new Overview(around, view, grants, present, requests, freezing, lowering, running);
        this.hearing = new Hearing(around, persons, view, freezing, raising, notes, repetitions);
        leases.rightsAre((feature, privilege) -> around.runs(feature)
                && view.inForce(feature)
                        .filter(consent -> consent.privileges().contains(privilege))
                        .isPresent());
    }

    /** The component runtime calls it: without this component nobody knows of any right. */
    @Deactivate
    public void close() {
        gate.close();
        looking.shutdownNow();
        leases.rightsAre(Rights.NONE);
        repetitions.flush();
        lowering.close();
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("looking after the consents failed; it is tried again", e);
        }
    }

    /** Once a second: tries again what could not be done, starts and stops by what the ledger says, asks again who wanted to be asked again. */
    void look() {
        gate.listen();
        notes.flush();
        repetitions.flushIfDue();
        lowering.retry();
        freezing.retry();
        requests.retry();
        running.look();
        asking.remind();
        alsoLooks.run();
    }

    /** For answers that are about no single feature. */
    public Hearing hearing() {
        return hearing;
    }

    /** From now on this is done with each look, on its thread; it must not block. */
    public void alsoLook(Runnable too) {
        alsoLooks = too;
    }

    @Override
    public ConsentRequest ask(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        return asking.ask(source, name, language);
    }

    @Override
    public ConsentRequest ask(String feature, Language language) throws FeatureRefusedException {
        return asking.ask(feature, language);
    }

    @Override
    public List<ConsentRequest> requests(Language language) {
        return asking.waiting(language);
    }

    @Override
    public Consent give(String request, Answer answer) throws AnswerRefusedException {
        try {
            return answering.give(request, answer);
        } finally {
            requests.find(request).ifPresent(asked -> running.tryAgain(asked.feature()));
        }
    }

    @Override
    public boolean refuse(String request, Optional<AccountId> by) {
        return asking.refuse(request, by);
    }

    @Override
    public boolean postpone(String request, Optional<AccountId> by) {
        return asking.postpone(request, by);
    }

    @Override
    public Withdrawal withdraw(String feature, Optional<AccountId> by) {
        return lowering.withdraw(feature, by);
    }

    @Override
    public List<Consent> consents() {
        return overview.consents();
    }

    @Override
    public List<NeedsConsent> features() {
        return overview.features();
    }

    @Override
    public void remove(String feature, AccountId by, char[] pin) throws AnswerRefusedException {
        removing.remove(feature, by, pin);
    }

    @Override
    public void freeze(AccountId by, char[] pin) throws AnswerRefusedException {
        freezeOrders.freeze(by, pin);
    }

    @Override
    public void thaw(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        freezeOrders.thaw(question, by, pin);
    }

    @Override
    public Optional<Freeze> frozen() {
        return freezing.now();
    }

    /** For the status. */
    Overview.Summary summary() {
        return overview.summary();
    }
}
