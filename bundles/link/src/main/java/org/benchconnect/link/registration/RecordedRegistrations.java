package org.benchconnect.link.registration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.store.AgentStore;
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
 * there until the service side takes it, without a service side for ever. Whether it arrived is told by its row alone, which nothing but the acknowledgement takes out.
 *
 * <p>Threads: {@link #send} works on a thread of its own, one at a time; a future that it gives fails with the reason as its cause, and without the registration in it.
 */
@Component
public final class RecordedRegistrations implements Registrations {
    private static final int PAGE = 500;

    private final LastFile file;
    private final Clock clock;
    private final ExecutorService sending = Executors.newSingleThreadExecutor(task -> {
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
        if (!database.write(tables -> tables.outbox().append(report, at)).join()) {
            throw new NotSentException(Lack.STREAM);
        }
        Kept kept = new Kept(report.registration(), at, row(database, report));
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

    /** The newest row of this report; 0 if it is out already. A page at a time, so that nobody waits for it. */
    private static long row(AgentStore database, RegistrationReport report) {
        long found = 0;
        long behind = 0;
        List<OutboxEntry> page;
        do {
            long from = behind;
            page = database.read(tables -> tables.outbox().after(from, PAGE));
            for (OutboxEntry entry : page) {
                behind = entry.sequence();
                found = entry.report().equals(report) ? behind : found;
            }
        } while (!page.isEmpty());
        return found;
    }

    @Override
    public Optional<Sent> last() {
        return last.map(kept -> new Sent(kept.registration(), kept.at(), isAcknowledged(kept)));
    }

    /** While the database cannot be asked, nobody knows: then it is not. */
    private boolean isAcknowledged(Kept kept) {
        AgentStore database = store;
        if (database == null) {
            return false;
        }
        try {
            return kept.row() == 0
                    || database.read(tables -> tables.outbox().after(kept.row() - 1, 1)).stream()
                            .noneMatch(entry -> entry.sequence() == kept.row());
        } catch (StoreException e) {
            return false;
        }
    }
}
