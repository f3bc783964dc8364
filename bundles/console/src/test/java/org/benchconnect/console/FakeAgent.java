package org.benchconnect.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;

/** An agent in memory, whose parts come and go as a test says. */
final class FakeAgent implements Neighbours, Notifications, AgentStore {
    private static final UUID AGENT = UUID.fromString("0b9d3a66-6f0e-4d3c-9c0f-4a4f6f9f5b11");

    private final Clock clock;
    private final Map<Long, Notification> notices = new LinkedHashMap<>();
    private NotificationListener listener = notification -> {};

    volatile boolean notificationsRun = true;
    volatile boolean storeRuns = true;
    volatile StoreHealth health = StoreHealth.OK;
    /** Whether the database has ever been opened. */
    volatile boolean opened = true;

    volatile List<StatusSource> sources = List.of();
    volatile @Nullable List<InstrumentState> watched;
    volatile Link.@Nullable Status linkStatus;
    volatile @Nullable Features features = new FakeFeatures();
    /** Whether consents, questions, accounts, ledger and upgrades are there. */
    volatile boolean rightsRun = true;

    final FakeQuestions questions;
    final FakeAccounts accounts;
    final FakeLedger ledger;
    final FakeConsents consents;
    final FakeUpgrades upgrades = new FakeUpgrades();
    final FakeUpgradeConsents upgradeConsents;

    FakeAgent(Clock clock) {
        this.clock = clock;
        questions = new FakeQuestions(clock);
        accounts = new FakeAccounts(questions);
        ledger = new FakeLedger(clock);
        consents = new FakeConsents(clock, this, questions, accounts, ledger);
        upgradeConsents = new FakeUpgradeConsents(clock, upgrades, questions, accounts, ledger);
        this.watched = List.of(navios(Activity.ACQUIRING, true));
        this.linkStatus = new Link.Status(Link.State.OFF, clock.instant(), 0);
    }

    InstrumentState navios(Activity activity, boolean watching) {
        return new InstrumentState(
                "navios",
                "Navios EX",
                SerialNumber.parse("AW12345").orElseThrow(),
                activity,
                watching,
                clock.instant().minusSeconds(130));
    }

    void tell(NotificationListener whom) {
        this.listener = whom;
    }

    /** Opens a notice, or raises its count; says so to the listener. */
    synchronized Notification raise(BenchCode code, Severity severity, Laser laser) {
        Facts facts = Facts.none()
                .with(BenchFact.LASER, laser)
                .with(BenchFact.MEASURED_MILLIWATT, 17.42)
                .with(BenchFact.TARGET_MILLIWATT, 22);
        Condition condition = Condition.of(code, facts);
        Instant now = clock.instant();
        Optional<Notification> before = notices.values().stream()
                .filter(one -> one.state() != Notification.State.CLEARED
                        && one.condition().equals(condition))
                .findAny();
        return keep(new Notification(
                before.map(Notification::id).orElse(notices.size() + 1L),
                "navios",
                condition,
                code.kind(),
                severity,
                facts,
                before.map(Notification::state).orElse(Notification.State.OPEN),
                before.map(Notification::count).orElse(0L) + 1,
                before.map(Notification::firstSeen).orElse(now),
                now,
                before.map(Notification::acknowledgedAt).orElse(null),
                null));
    }

    synchronized Notification clear(long id) {
        Notification old = Optional.ofNullable(notices.get(id)).orElseThrow();
        return keep(changed(old, Notification.State.CLEARED, old.acknowledgedAt(), clock.instant()));
    }

    private Notification keep(Notification notice) {
        notices.put(notice.id(), notice);
        listener.changed(notice);
        return notice;
    }

    private static Notification changed(
            Notification old, Notification.State state, @Nullable Instant acknowledged, @Nullable Instant cleared) {
        return new Notification(
                old.id(),
                old.source(),
                old.condition(),
                old.kind(),
                old.severity(),
                old.facts(),
                state,
                old.count(),
                old.firstSeen(),
                old.lastSeen(),
                acknowledged,
                cleared);
    }

    @Override
    public synchronized CompletableFuture<Optional<Notification>> acknowledge(long id) {
        if (health != StoreHealth.OK) {
            return CompletableFuture.failedFuture(
                    new StoreException(health, "not stored", new IllegalStateException()));
        }
        Notification old = notices.get(id);
        if (old == null || old.state() == Notification.State.CLEARED) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Notification seen = changed(old, Notification.State.ACKNOWLEDGED, clock.instant(), null);
        return CompletableFuture.completedFuture(Optional.of(keep(seen)));
    }

    private StoreException neverOpened() {
        return new StoreException(health, "never opened", new IllegalStateException());
    }

    @Override
    public List<Notification> active() {
        if (!opened) {
            throw neverOpened();
        }
        return sorted(
                one -> one.state() != Notification.State.CLEARED,
                Comparator.comparing(Notification::severity).reversed());
    }

    @Override
    public List<Notification> history(int limit) {
        if (!opened) {
            throw neverOpened();
        }
        return sorted(one -> one.state() == Notification.State.CLEARED, (a, b) -> 0).stream()
                .limit(limit)
                .toList();
    }

    private synchronized List<Notification> sorted(Predicate<Notification> which, Comparator<Notification> order) {
        List<Notification> found = new ArrayList<>(notices.values());
        found.sort(order.thenComparing(Comparator.comparing(Notification::id).reversed()));
        return found.stream().filter(which).toList();
    }

    @Override
    public @Nullable Notifications notifications() {
        return notificationsRun ? this : null;
    }

    @Override
    public @Nullable Instruments instruments() {
        List<InstrumentState> now = watched;
        return now == null ? null : () -> now;
    }

    @Override
    public @Nullable Link link() {
        Link.Status now = linkStatus;
        return now == null ? null : () -> now;
    }

    @Override
    public @Nullable AgentStore store() {
        return storeRuns ? this : null;
    }

    @Override
    public @Nullable Features features() {
        return features;
    }

    @Override
    public @Nullable Consents consents() {
        return rightsRun ? consents : null;
    }

    @Override
    public @Nullable Questions questions() {
        return rightsRun ? questions : null;
    }

    @Override
    public @Nullable Accounts accounts() {
        return rightsRun ? accounts : null;
    }

    @Override
    public @Nullable Ledger ledger() {
        return rightsRun ? ledger : null;
    }

    @Override
    public @Nullable Upgrades upgrades() {
        return rightsRun ? upgrades : null;
    }

    @Override
    public @Nullable UpgradeConsents upgradeConsents() {
        return rightsRun ? upgradeConsents : null;
    }

    @Override
    public List<StatusSource> sources() {
        return sources;
    }

    @Override
    public UUID agent() {
        if (!opened) {
            throw neverOpened();
        }
        return AGENT;
    }

    @Override
    public StoreHealth health() {
        return health;
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        throw new UnsupportedOperationException("the console records nothing");
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        throw new UnsupportedOperationException("the console reports nothing");
    }

    @Override
    public long bootEpoch() {
        throw new UnsupportedOperationException("the console has no events of its own");
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        throw new UnsupportedOperationException("the console writes nothing");
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        throw new UnsupportedOperationException("the console reads no tables");
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        throw new UnsupportedOperationException("the console knows no files");
    }
}
