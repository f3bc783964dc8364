package org.benchconnect.consent.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Withdrawal;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.Leases;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Taking back. It takes effect first and is recorded after: no consent counts, leases end, the grant goes, the modules leave memory, within a second and whatever
 * else is broken. A disk or a connection that hangs is waited for 100 ms before the modules are stopped and 300 ms after, and then left behind; the modules have
 * 400 ms by the launcher. Takes no lock that raising holds.
 */
final class Lowering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lowering.class);
    private static final long BEFORE =
            100; // milliseconds, for leases and disk together, before the modules are stopped
    private static final long PATIENCE = 300; // milliseconds, for the disk afterwards

    private final Neighbours around;
    private final LedgerView view;
    private final GrantFiles grants;
    private final LateNotes notes;
    private final Leases leases;
    private final PresentFeatures present;
    private final AtomicBoolean removing = new AtomicBoolean();
    private final Set<String> unrecorded = ConcurrentHashMap.newKeySet(); // of which the ledger does not say it yet
    private final Set<String> stillOnDisk = ConcurrentHashMap.newKeySet();
    private final Set<String> stillInstalled = ConcurrentHashMap.newKeySet();
    private final Set<String> stillInMemory = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "benchconnect-withdraw");
        thread.setDaemon(true);
        return thread;
    });

    Lowering(
            Neighbours around,
            LedgerView view,
            GrantFiles grants,
            PresentFeatures present,
            LateNotes notes,
            Leases leases) {
        this.present = present;
        this.around = around;
        this.view = view;
        this.grants = grants;
        this.notes = notes;
        this.leases = leases;
    }

    /** Takes the consent to a feature back. */
    Withdrawal withdraw(String feature, Optional<AccountId> by) {
        Optional<Consent> consent = view.inForce(feature);
        Optional<FeatureModules> here = Detail.FEATURE.takes(feature) ? present.byConsent(feature) : Optional.empty();
        if (consent.isEmpty() && here.isEmpty()) {
            return new Withdrawal(view.said().knows(feature), isDurable(feature));
        }
        boolean plain = here.map(FeatureModules::privileges)
                .map(List::isEmpty)
                .orElse(consent.map(Consent::privileges).map(Set::isEmpty).orElse(false));
        if (plain && grants.isBase(feature)) {
            return new Withdrawal(
                    false, true); // the base release runs without a consent, also where somebody allowed a newer one
        }
        if (consent.isEmpty() && !plain && view.said().known() && !around.runs(feature)) {
            return new Withdrawal(view.said().knows(feature), isDurable(feature));
        }
        Event said = about(new Event(EventKind.CONSENT_WITHDRAWN, by, Map.of()).with(Detail.FEATURE, feature), consent);
        return new Withdrawal(
                true, plain ? lowerPlain(feature, said) : lower(feature, said, LeaseEnd.WITHDRAWN, "WITHDRAWN"));
    }

    private boolean isDurable(String feature) {
        return !stillOnDisk.contains(feature) && !unrecorded.contains(feature);
    }

    /**
     * Without privileges it runs without a grant, as long as it is here. So the ledger is what stops it after a restart, until it is removed.
     *
     * @return whether the ledger has it, or it is removed
     */
    private boolean lowerPlain(String feature, Event said) {
        view.lower(feature);
        unrecorded.add(feature);
        CompletableFuture<?> cut =
                CompletableFuture.runAsync(() -> leases.endFeature(feature, LeaseEnd.WITHDRAWN), hands);
        CompletableFuture<?> recorded = CompletableFuture.runAsync(() -> record(feature, said), hands);
        waitFor(CompletableFuture.allOf(cut, recorded), BEFORE);
        removePlain(feature);
        return !unrecorded.contains(feature);
    }

    private void record(String feature, Event said) {
        Ledger ledger = around.ledger();
        try {
            if (ledger != null) {
                ledger.append(said);
                unrecorded.remove(feature);
                return;
            }
        } catch (LedgerException | RuntimeException e) {
            LOG.warn("that {} was taken back is not in the ledger yet", feature, e);
        }
        notes.note(said);
    }

    /** A feature without privileges leaves memory and the generation; tried again until it is gone. */
    void removePlain(String feature) {
        if (stillInstalled.add(feature)) {
            LOG.warn("{} is stopped and removed: no consent to it is in force", feature);
        }
        if (around.runs(feature)) {
            evict(feature, "WITHDRAWN");
        }
        removeInstalledSoon();
    }

    /** Whether what is here now was allowed meanwhile, in this version. */
    private boolean isAllowed(String feature) {
        Optional<String> here = present.byConsent(feature).map(FeatureModules::version);
        return view.inForce(feature)
                .filter(consent -> here.isPresent() && here.get().equals(consent.version()))
                .isPresent();
    }

    /** By another thread, which may have to wait for an installation: nobody waits longer than we have patience. */
    private void removeInstalledSoon() {
        if (!stillInstalled.isEmpty() && removing.compareAndSet(false, true)) {
            waitFor(
                    CompletableFuture.runAsync(this::removeInstalled, hands)
                            .whenComplete((nothing, error) -> removing.set(false)),
                    PATIENCE);
        }
    }

    private void removeInstalled() {
        Generations generations = around.generations();
        if (generations == null) {
            return;
        }
        stillInstalled.removeIf(this::isAllowed);
        for (String feature : Set.copyOf(stillInstalled)) {
            try {
                generations.remove(feature);
                stillInstalled.remove(feature);
                unrecorded.remove(feature);
                notes.note(Event.of(EventKind.FEATURE_REMOVED).with(Detail.FEATURE, feature));
            } catch (FeatureRefusedException e) {
                if (e.reason() == RefusedFor.NOT_OFFERED || !present.isHere(feature)) {
                    stillInstalled.remove(feature); // somebody else did it
                } else {
                    LOG.warn("{} was taken back and cannot be removed yet", feature, e);
                }
            }
        }
    }

    /** With the entry that it is about, if that is known. */
    static Event about(Event event, Optional<Consent> consent) {
        return consent.map(one -> event.with(Detail.ENTRY, one.entry())).orElse(event);
    }

    /**
     * The feature runs no more, and the grant goes.
     *
     * @param said noted as soon as nothing counts any more
     * @return whether it also survives a restart
     */
    boolean lower(String feature, Event said, LeaseEnd why, String reason) {
        view.lower(feature);
        notes.note(said); // not waited for; before the process may have to end
        CompletableFuture<Boolean> deleted = CompletableFuture.supplyAsync(() -> grants.delete(feature), hands);
        CompletableFuture<?> cut = CompletableFuture.runAsync(() -> leases.endFeature(feature, why), hands);
        waitFor(CompletableFuture.allOf(deleted, cut), BEFORE); // so that it holds also if the process has to end
        evict(feature, reason);
        waitFor(deleted, PATIENCE);
        boolean durable = !deleted.isCompletedExceptionally() && deleted.getNow(false);
        if (!durable) {
            stillOnDisk.add(feature);
        }
        return durable;
    }

    private static void waitFor(CompletableFuture<?> work, long milliseconds) {
        try {
            work.get(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("a part of taking a consent back failed", e);
        } catch (TimeoutException e) {
            LOG.warn("disk or connections take long; the modules are stopped without waiting for them");
        }
    }

    /** The modules of a feature leave memory, its leases end; its consent and its grant stay as they are. */
    void stop(String feature, String reason) {
        waitFor(CompletableFuture.runAsync(() -> leases.endFeature(feature, LeaseEnd.WITHDRAWN), hands), BEFORE);
        evict(feature, reason);
    }

    private void evict(String feature, String reason) {
        Modules modules = around.modules();
        if (modules == null) {
            stillInMemory.add(feature);
            return;
        }
        try {
            boolean ran = around.runs(feature);
            modules.evict(feature);
            stillInMemory.remove(feature);
            if (ran) {
                notes.note(Event.of(EventKind.FEATURE_EVICTED)
                        .with(Detail.FEATURE, feature)
                        .with(Detail.REASON, reason));
            }
        } catch (RuntimeException e) {
            stillInMemory.add(feature);
            LOG.error("the modules of {} could not be stopped; it is tried again", feature, e);
        }
    }

    /** Tries again what the disk or the launcher did not do. */
    void retry() {
        removeInstalledSoon();
        Set<String> counting = view.said().inForce().keySet();
        unrecorded.removeIf(feature -> view.said().known() && !counting.contains(feature)
                || view.inForce(feature).isPresent());
        stillOnDisk.removeIf(feature -> view.inForce(feature).isPresent() || grants.delete(feature));
        Set.copyOf(stillInMemory).forEach(feature -> {
            if (view.inForce(feature).isEmpty()) {
                evict(feature, "WITHDRAWN");
            } else {
                stillInMemory.remove(feature);
            }
        });
    }

    /** Whether everything that was taken back stays so after a restart. */
    boolean isDurable() {
        return stillOnDisk.isEmpty() && unrecorded.isEmpty();
    }

    @Override
    public void close() {
        hands.shutdown();
    }
}
