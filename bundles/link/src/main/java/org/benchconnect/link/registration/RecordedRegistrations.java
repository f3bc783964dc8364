package org.benchconnect.link.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.Registrations;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.link.CloudEvents;
import org.benchconnect.link.registration.NotSentException.Lack;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Registrations as R-20 wants them: who sends one is in the ledger, with the instrument's serial number and without the registrant's name or address, before the outbox has it. It waits
 * there until the service side takes it, without a service side for ever. Whether it arrived is told by its departure, and remembered:
 * a row that is gone for another reason arrived nowhere.
 *
 * <p>Threads: {@link #send} works on a thread of its own, one at a time; a future that it gives fails with the reason as its cause, and without the registration in it.
 */
@Component
public final class RecordedRegistrations implements Registrations {
    /** As many as are kept. */
    private static final int DEPARTURES = 1000;

    private final LastFile file;
    private final Clock clock;
    private final ScheduledExecutorService sending = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "benchconnect-registration");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable AgentStore store;
    private volatile @Nullable Ledger ledger;
    private volatile Optional<Kept> last;

    /** Remembers what was sent before. */
    @Activate
    public RecordedRegistrations(BundleContext bundle) {
        this(Path.of(Optional.ofNullable(bundle.getProperty(Platform.HOME)).orElse("")), Clock.systemUTC());
    }

    RecordedRegistrations(Path home, Clock clock) {
        this.file = new LastFile(home);
        this.clock = clock;
        this.last = file.read();
        sending.scheduleWithFixedDelay(this::look, 1, 60, TimeUnit.MINUTES);
    }

    /** What is under way is done; nothing is begun. */
    @Deactivate
    void close() {
        sending.shutdown();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(AgentStore service) {
        store = service;
    }

    void unbindStore(AgentStore service) {
        if (service.equals(store)) {
            store = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLedger(Ledger service) {
        ledger = service;
    }

    void unbindLedger(Ledger service) {
        if (service.equals(ledger)) {
            ledger = null;
        }
    }

    @Override
    public String preview(Registration registration) {
        return CloudEvents.preview(new RegistrationReport(registration));
    }

    @Override
    public CompletableFuture<Void> send(Registration registration, AccountId by) {
        return CompletableFuture.runAsync(() -> sendNow(new RegistrationReport(registration), by), sending);
    }

    private void sendNow(RegistrationReport report, AccountId by) {
        CloudEvents.preview(report); // what cannot be written is not sent, and nobody is said to have sent it
        AgentStore database = store;
        if (database == null) {
            throw new NotSentException(Lack.DATABASE);
        }
        writeDown(report.registration(), by);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<OutboxEntry> added = database.write(tables ->
                        tables.outbox().append(report, at) ? tables.outbox().newest() : Optional.<OutboxEntry>empty())
                .join();
        keep(added.map(entry -> new Kept(report.registration(), at, entry.sequence(), entry.bootEpoch(), false))
                .orElseThrow(() -> new NotSentException(Lack.STREAM)));
    }

    /** It is sent, whatever becomes of the file. */
    private void keep(Kept kept) {
        last = Optional.of(kept);
        file.write(kept);
    }

    private void writeDown(Registration registration, AccountId by) {
        Ledger now = ledger;
        if (now == null) {
            throw new NotSentException(Lack.LEDGER);
        }
        try {
            now.append(Event.of(EventKind.REGISTRATION_SENT)
                    .by(by)
                    .with(Detail.SERIAL, registration.serial().toString()));
        } catch (LedgerException e) {
            throw new NotSentException(Lack.ENTRY, e);
        }
    }

    /** Departures go in time: that it arrived is kept here. */
    void look() {
        last.filter(kept -> !kept.acknowledged() && isAcknowledged(kept))
                .map(Kept::whenAcknowledged)
                .ifPresent(this::keep);
    }

    @Override
    public Optional<Sent> last() {
        return last.map(kept -> new Sent(kept.registration(), kept.at(), isAcknowledged(kept)));
    }

    /** While the database cannot be asked, nobody knows: then it is not. */
    private boolean isAcknowledged(Kept kept) {
        AgentStore database = store;
        if (kept.acknowledged() || database == null) {
            return kept.acknowledged();
        }
        try {
            return database.read(tables -> !isWaiting(tables.outbox(), kept) && hasDeparted(tables.outbox(), kept));
        } catch (StoreException e) {
            return false;
        }
    }

    private static boolean isWaiting(Outbox outbox, Kept kept) {
        return outbox.after(kept.row() - 1, 1).stream()
                .anyMatch(entry -> entry.sequence() == kept.row() && entry.bootEpoch() == kept.epoch());
    }

    private static boolean hasDeparted(Outbox outbox, Kept kept) {
        return outbox.departures(DEPARTURES).stream()
                .anyMatch(one -> one.stream() == Stream.REGISTRATION && one.id().equals(kept.id()));
    }
}
