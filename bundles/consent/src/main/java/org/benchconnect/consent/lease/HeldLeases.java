package org.benchconnect.consent.lease;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.Leases;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The leases in force, in memory only: a restart ends them all. Giving one goes question, grant, ledger, in force; ending one goes the other way round and waits
 * for nobody.
 */
@Component(
        service = {Leases.class, HeldLeases.class},
        immediate = true)
public final class HeldLeases implements Leases {
    private static final long LOOK_EVERY = 250; // milliseconds

    private final Clock clock;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private final Set<HeldLease> leases = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "benchconnect-leases");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Rights rights = Rights.NONE;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Questions questions;

    private final LateNotes notes = new LateNotes(() -> ledger);

    /** By this PC's clocks. */
    @Activate
    public HeldLeases() {
        this(Clock.systemUTC(), System::nanoTime);
        looking.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    /** By these clocks; somebody else calls {@link #look}. */
    HeldLeases(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** With these neighbours. */
    HeldLeases(Clock clock, LongSupplier nanos, Ledger ledger, Questions questions) {
        this(clock, nanos);
        this.ledger = ledger;
        this.questions = questions;
    }

    /** From now on these rights count; whoever stops knowing says {@link Rights#NONE}. */
    public void rightsAre(Rights now) {
        rights = now;
    }

    /** The component runtime calls it: no lease outlives this component. */
    @Deactivate
    public void close() {
        looking.shutdownNow();
        end(lease -> true, LeaseEnd.ERROR);
    }

    @Override
    public Lease give(String question, LeaseRequest request, Optional<AccountId> by) throws AnswerRefusedException {
        Questions asking = questions;
        if (asking == null) {
            throw new AnswerRefusedException(Reason.QUESTION_CLOSED, "nobody can be asked now");
        }
        try (Questions.Use use = asking.use(question)) {
            return given(request, by, use);
        }
    }

    /** The use is held until the lease is in force or refused. */
    private Lease given(LeaseRequest request, Optional<AccountId> by, Questions.Use use) throws AnswerRefusedException {
        refuseWithoutGrant(request);
        HeldLease lease =
                new HeldLease(newId(), request, clock.instant().plus(request.longest()), nanos, this::hasEnded);
        leases.add(lease); // before the ledger, so that an end of session or feature meanwhile finds it
        try {
            Event given = event(EventKind.LEASE_GIVEN, request).with(Detail.LEASE, lease.id());
            append(by.map(given::by).orElse(given));
            if (!lease.begin()) {
                note(ended(lease).with(Detail.REASON, LeaseEnd.SESSION_ENDED.name()));
                throw new AnswerRefusedException(Reason.NO_GRANT, "the session or the right ended meanwhile");
            }
            if (!rights.allow(request.feature(), request.privilege())) {
                lease.end(LeaseEnd.WITHDRAWN);
                throw noGrant(request);
            }
            return lease;
        } finally {
            if (!lease.inForce()) {
                leases.remove(lease);
            }
        }
    }

    private void refuseWithoutGrant(LeaseRequest request) throws AnswerRefusedException {
        if (!rights.allow(request.feature(), request.privilege())) {
            note(event(EventKind.LEASE_REFUSED, request).with(Detail.REASON, Reason.NO_GRANT.name()));
            throw noGrant(request);
        }
    }

    private static AnswerRefusedException noGrant(LeaseRequest request) {
        return new AnswerRefusedException(
                Reason.NO_GRANT,
                "nobody has allowed " + request.feature() + " to "
                        + request.privilege().token() + ", or it does not run");
    }

    private void append(Event event) throws AnswerRefusedException {
        Ledger writing = ledger;
        if (writing == null) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger is not there");
        }
        try {
            writing.append(event);
        } catch (LedgerException e) {
            throw new AnswerRefusedException(Reason.LEDGER, "the ledger takes no entry", e);
        }
    }

    private void note(Event event) {
        notes.note(event);
    }

    @Override
    public void refuse(LeaseRequest request) {
        note(event(EventKind.LEASE_REFUSED, request));
    }

    @Override
    public List<Lease> inForce() {
        return leases.stream().filter(HeldLease::inForce).map(Lease.class::cast).toList();
    }

    @Override
    public void endSession(String session, LeaseEnd why) {
        end(lease -> lease.request().session().equals(session), why);
    }

    @Override
    public void endFeature(String feature, LeaseEnd why) {
        end(lease -> lease.request().feature().equals(feature), why);
    }

    /** First none of them is in force any more, then the connections are cut: one that is slow to cut keeps no other lease alive. */
    private void end(Predicate<HeldLease> which, LeaseEnd why) {
        List<Runnable> cuts =
                leases.stream().filter(which).map(lease -> lease.stop(why)).toList();
        cuts.forEach(Runnable::run);
    }

    private void hasEnded(HeldLease lease, LeaseEnd why) {
        leases.remove(lease);
        note(ended(lease).with(Detail.REASON, why.name()));
    }

    /** Ends what is over its time, and gives a ledger that came what it must still write. */
    void look() {
        leases.forEach(HeldLease::inForce);
        notes.flush();
    }

    private static Event ended(HeldLease lease) {
        return event(EventKind.LEASE_ENDED, lease.request()).with(Detail.LEASE, lease.id());
    }

    /** Never the supporter's name or the file's. */
    private static Event event(EventKind kind, LeaseRequest request) {
        Event event = Event.of(kind)
                .with(Detail.SESSION, request.session())
                .with(Detail.FEATURE, request.feature())
                .with(Detail.PRIVILEGE, request.privilege().token());
        return request.file()
                .map(file -> directed(event, file.direction()).with(Detail.SIZE, file.size()))
                .or(() -> request.clipboard().map(way -> directed(event, way)))
                .orElse(event);
    }

    private static Event directed(Event event, FileToTransfer.Direction way) {
        return event.with(Detail.DIRECTION, way.name().toLowerCase(Locale.ROOT));
    }

    private String newId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
