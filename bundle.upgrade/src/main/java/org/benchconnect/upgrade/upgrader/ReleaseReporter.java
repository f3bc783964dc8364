package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.upgrade.feature.BaseRelease;
import org.benchconnect.upgrade.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
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
 * Reports how upgrades ended, if the laboratory has switched that stream on. It only reads the journal, on a thread of its own: what becomes of a report changes no outcome
 * and the upgrade utility does not know of it. A report that the database does not take is tried again a minute later.
 */
@Component(
        service = {},
        immediate = true)
public final class ReleaseReporter {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseReporter.class);
    private static final long TICK_SECONDS = 1;
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Journal journal;
    private final Optional<SoftwareVersion> here;
    private final Instant since;
    private final Clock steady;
    private final Map<String, SoftwareVersion> plans = new ConcurrentHashMap<>();
    private final @Nullable ScheduledExecutorService reporting;

    private volatile @Nullable AgentStore store;
    private volatile @Nullable Upgrades upgrades;
    /** The rest is the reporting thread's. */
    private List<ReleaseEnding> told = List.of();

    private @Nullable AgentStore toldTo;
    private CompletableFuture<Integer> telling = CompletableFuture.completedFuture(0);
    /** By the steady clock; set by the thread of the store too. */
    private volatile Instant nextTry = Instant.MIN;

    /** Begins at once. */
    @Activate
    public ReleaseReporter(@Reference Journal journal) {
        this.journal = journal;
        this.here = Optional.ofNullable(FrameworkUtil.getBundle(ReleaseReport.class))
                .flatMap(core -> NoticeRules.numbers(core.getVersion().toString()));
        this.since = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
        this.steady = new SteadyClock();
        this.reporting = Executors.newSingleThreadScheduledExecutor(Looking.daemon("upgrade-reports"));
        reporting.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    /** Without a thread of its own. */
    ReleaseReporter(Journal journal, Optional<SoftwareVersion> here, Instant since, Clock steady) {
        this.journal = journal;
        this.here = here;
        this.since = since;
        this.steady = steady;
        this.reporting = null;
    }

    /** Waits for nothing. */
    @Deactivate
    void close() {
        if (reporting != null) {
            reporting.shutdown();
        }
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
    void bindUpgrades(Upgrades service) {
        upgrades = service;
    }

    void unbindUpgrades(Upgrades service) {
        if (service.equals(upgrades)) {
            upgrades = null;
        }
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("how upgrades ended is reported later", e);
            later();
        }
    }

    /** Reports what is new. */
    void look() {
        Upgrades offering = upgrades;
        if (offering != null) {
            offering.state().plan().ifPresent(this::remember);
        }
        AgentStore database = store;
        if (database == null || !telling.isDone() || steady.instant().isBefore(nextTry)) {
            return;
        }
        if (telling.isCompletedExceptionally()) {
            telling = CompletableFuture.completedFuture(0);
            toldTo = null;
        }
        List<ReleaseEnding> endings = ReleaseEnding.of(journal, new ReleaseEnding.Versions(here, plans));
        if (database.equals(toldTo) && endings.equals(told)) {
            return;
        }
        told = endings;
        toldTo = database;
        telling = database.write(tables -> ReportedEndings.report(tables, endings, since));
        telling.whenComplete((count, failure) -> {
            if (failure != null) {
                LOG.debug("how upgrades ended is reported later", failure);
                later();
            }
        });
    }

    /** What a plan would bring: the journal has only its identity. */
    private void remember(UpgradePlan plan) {
        plan.version(BaseRelease.NAME)
                .flatMap(NoticeRules::numbers)
                .ifPresent(version -> plans.put(plan.id(), version));
    }

    private void later() {
        nextTry = steady.instant().plus(AGAIN);
    }
}
