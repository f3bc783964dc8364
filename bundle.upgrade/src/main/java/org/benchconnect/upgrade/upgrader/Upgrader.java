package org.benchconnect.upgrade.upgrader;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The upgrade utility. Threads: one that carries the course out, and may be within a change of modules that takes this very bundle away; one that looks for releases; one
 * that tells ledger and notification client, so that nothing that hangs there changes an outcome. None of them is ever interrupted: what is under way belongs to the launcher.
 */
@Component(
        service = {Upgrades.class, StatusSource.class},
        immediate = true,
        configurationPid = "org.benchconnect.upgrade")
@Designate(ocd = UpgradeConfiguration.class)
public final class Upgrader implements Upgrades, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrader.class);
    private static final long TICK_MILLISECONDS = 250;

    private final UpgradeSettings settings;
    private final Journal journal;
    private final Neighbours neighbours;
    private final Course course;
    private final Watch watch;
    private final Look look;
    private final Clock clock = Clock.systemDefaultZone(); // the maintenance window is in local time
    private final SteadyClock steady = new SteadyClock();
    private final LedgerTelling ledgerTelling = new LedgerTelling();
    private final NoticeBoard board = new NoticeBoard();
    private final ScheduledExecutorService acting = Executors.newSingleThreadScheduledExecutor(daemon("upgrade"));
    private final ScheduledExecutorService telling =
            Executors.newSingleThreadScheduledExecutor(daemon("upgrade-telling"));
    private final ExecutorService looking = Executors.newSingleThreadExecutor(daemon("upgrade-look"));
    private volatile @Nullable Notifications notifications;
    private volatile Optional<AccountId> wantedBack = Optional.empty();
    private volatile boolean closed;

    /** Goes on where the agent or this bundle was. */
    @Activate
    public Upgrader(
            UpgradeConfiguration configuration,
            BundleContext context,
            @Reference UpgradePlanner planner,
            @Reference GenerationSteps steps,
            @Reference Journal journal) {
        Path home = Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME));
        this.settings = UpgradeSettings.of(configuration);
        this.journal = journal;
        this.neighbours = new Neighbours(() -> context);
        BaselineFile kept = new BaselineFile(Disk.forOwner(), home);
        this.course = new Course(steps, journal, neighbours, kept, settings, clock, steady);
        this.watch = new Watch(settings.every(), steady.instant(), new SplittableRandom());
        this.look = new Look(planner, course, watch, steady);
        acting.scheduleWithFixedDelay(this::act, 0, TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
        telling.scheduleWithFixedDelay(this::tell, TICK_MILLISECONDS, TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Nothing is done by this object any more, and nothing under way is waited for: it may be what stops it. */
    @Deactivate
    void close() {
        closed = true;
        course.close();
        acting.shutdown();
        telling.shutdown();
        looking.shutdown();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindInstruments(Instruments service) {
        neighbours.instruments = service;
    }

    void unbindInstruments(Instruments service) {
        if (service.equals(neighbours.instruments)) {
            neighbours.instruments = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindConsents(Consents service) {
        neighbours.consents = service;
    }

    void unbindConsents(Consents service) {
        if (service.equals(neighbours.consents)) {
            neighbours.consents = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLedger(Ledger service) {
        neighbours.ledger = service;
    }

    void unbindLedger(Ledger service) {
        if (service.equals(neighbours.ledger)) {
            neighbours.ledger = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRuntime(ServiceComponentRuntime service) {
        neighbours.runtime = service;
    }

    void unbindRuntime(ServiceComponentRuntime service) {
        if (service.equals(neighbours.runtime)) {
            neighbours.runtime = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNotifications(Notifications service) {
        notifications = service;
    }

    void unbindNotifications(Notifications service) {
        if (service.equals(notifications)) {
            notifications = null;
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addDesktop(RemoteDesktop service) {
        neighbours.desktops.add(service);
    }

    void removeDesktop(RemoteDesktop service) {
        neighbours.desktops.remove(service);
    }

    @Reference(
            service = HealthCheck.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addCheck(ServiceReference<HealthCheck> service) {
        neighbours.add(service);
    }

    void removeCheck(ServiceReference<HealthCheck> service) {
        neighbours.checks.remove(service);
    }

    private void act() {
        if (closed) {
            return;
        }
        try {
            course.tick();
            if (!closed && isLookDue()) {
                looking.execute(() -> look.byItself(settings.source()));
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("closed meanwhile");
        } catch (RuntimeException | LinkageError e) {
            if (!closed) {
                LOG.error("the upgrade utility failed unexpectedly and goes on", e);
            }
        }
    }

    private boolean isLookDue() {
        synchronized (watch) {
            boolean due = watch.isDue(steady.instant()) && course.wantsLook();
            if (due) {
                watch.begins();
            }
            return due;
        }
    }

    /** Whoever is told changes nothing. */
    private void tell() {
        if (closed) {
            return;
        }
        try {
            UpgradeState state = course.state();
            Ledger ledger = neighbours.ledger;
            if (ledger != null) {
                state.last().ifPresent(change -> ledgerTelling.tell(ledger, change, wantedBack));
            }
            Notifications client = notifications;
            if (client != null) {
                board.show(client, NoticeRules.of(state, clock.instant()));
            }
        } catch (RuntimeException | LinkageError e) {
            if (!closed) {
                LOG.warn("ledger or notices could not be told; tried again", e);
            }
        }
    }

    @Override
    public UpgradeState state() {
        return course.state();
    }

    @Override
    public List<Hindrance> hindrances() {
        return course.hindrances();
    }

    @Override
    public UpgradeState check(Optional<String> source) throws FeatureRefusedException {
        look.asked(source.or(settings::source));
        return course.state();
    }

    @Override
    public void lookSoon() {
        synchronized (watch) {
            watch.soon(steady.instant());
        }
    }

    @Override
    public void approve(String plan, Approval approval) throws FeatureRefusedException {
        course.approve(plan, approval);
    }

    @Override
    public boolean refuse(String plan) {
        return course.refuse(plan);
    }

    @Override
    public void statedIdle(AccountId by, Instant until) {
        LOG.info("account {} looked: every instrument is idle", by);
        course.statedIdle(until);
    }

    @Override
    public void goBack(Optional<AccountId> by) throws FeatureRefusedException {
        wantedBack = by;
        course.goBack();
    }

    @Override
    public List<UpgradeRecord> records() {
        return journal.records();
    }

    @Override
    public Status status() {
        return UpgradeSubject.of(course.state(), settings.readable());
    }
}
