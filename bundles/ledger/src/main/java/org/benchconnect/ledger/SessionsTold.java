package org.benchconnect.ledger;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.Tables;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what belongs to the event log of remote sessions into the outbox, each entry of the ledger once: how far it came is kept in the transaction that adds the
 * rows, so nothing is lost or told twice over a restart. On a thread of its own; a second behind the ledger.
 */
@Component(service = {})
public final class SessionsTold {
    private static final Logger LOG = LoggerFactory.getLogger(SessionsTold.class);
    private static final String NAME = "ledger.sessions";
    private static final int PAGE = 500;

    /** What is remembered. */
    private enum Row implements FactName {
        /** Which ledger: eight numbers of 16 bits. */
        LEDGER,
        /** The entry that comes next. */
        NEXT
    }

    private final Clock clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "benchconnect-sessions-told");
        thread.setDaemon(true);
        return thread;
    });

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    private String seenLedger = "";
    private long seen = -1;
    private boolean troubled;

    /** Looks once a second. */
    @Activate
    public SessionsTold() {
        this(Clock.systemUTC());
        looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Somebody else calls {@link #look}. */
    SessionsTold(Clock clock) {
        this.clock = clock;
    }

    /** With these neighbours. */
    SessionsTold(Clock clock, @Nullable Ledger ledger, @Nullable AgentStore store) {
        this(clock);
        this.ledger = ledger;
        this.store = store;
    }

    /** Ends. */
    @Deactivate
    public void close() {
        looking.shutdownNow();
    }

    /** Tells what is new; what could not be told is told the next time. */
    void look() {
        Ledger from = ledger;
        AgentStore into = store;
        if (from == null || into == null || from.id().equals(seenLedger) && from.size() == seen) {
            return;
        }
        try {
            String id = from.id();
            long size = from.size();
            for (long next = next(into, id); next < size; next = told(from, into, id, next)) {}
            seenLedger = id;
            seen = size;
            troubled = false;
        } catch (UncheckedIOException | CompletionException | StoreException e) {
            if (!troubled) {
                LOG.warn("Events of remote sessions wait to be put into the outbox", e);
            }
            troubled = true;
        }
    }

    private static long next(AgentStore store, String id) {
        return store.read(tables -> next(tables, id));
    }

    private static long next(Tables tables, String id) {
        Memory memory = tables.positions().memory(NAME);
        List<Double> next = memory.row(Row.NEXT);
        return memory.row(Row.LEDGER).equals(numbers(id)) && next.size() == 1
                ? next.get(0).longValue()
                : 0;
    }

    /** One page, in one transaction. Returns the entry that comes next. */
    private long told(Ledger from, AgentStore into, String id, long first) {
        List<Entry> page = from.entries(first, PAGE);
        long next = page.isEmpty() ? from.size() : page.get(page.size() - 1).number() + 1;
        return into.write(tables -> {
                    page.stream()
                            .filter(entry ->
                                    SessionReport.KINDS.contains(entry.event().kind()))
                            .map(SessionReport::of)
                            .forEach(report -> tables.outbox().append(report, clock.instant()));
                    tables.positions()
                            .remember(
                                    NAME,
                                    Memory.blank().with(Row.LEDGER, numbers(id)).with(Row.NEXT, List.of((double)
                                            next)));
                    return next;
                })
                .join();
    }

    private static List<Double> numbers(String id) {
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < id.length(); i += 4) {
            numbers.add((double) Integer.parseInt(id, i, Math.min(id.length(), i + 4), 16));
        }
        return numbers;
    }
}
