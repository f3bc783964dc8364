package org.benchconnect.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Registrations;
import org.benchconnect.core.link.Streams;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.store.Tables;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;

/** An agent in memory, whose parts come and go as a test says. */
final class FakeAgent implements Neighbours, AgentStore {
    private static final UUID AGENT = UUID.fromString("0b9d3a66-6f0e-4d3c-9c0f-4a4f6f9f5b11");

    private final Clock clock;

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

    final FakeNotices notices;
    final FakeQuestions questions;
    final FakeAccounts accounts;
    final FakeLedger ledger;
    final FakeConsents consents;
    final FakeUpgrades upgrades = new FakeUpgrades();
    final FakeUpgradeConsents upgradeConsents;
    final FakeOutgoing outgoing;
    final FakeSessions sessions;
    /** Whether code for remote support runs. */
    volatile boolean supportRuns = true;

    FakeAgent(Clock clock) {
        this.clock = clock;
        notices = new FakeNotices(clock, this);
        questions = new FakeQuestions(clock);
        accounts = new FakeAccounts(questions);
        ledger = new FakeLedger(clock);
        consents = new FakeConsents(clock, this, questions, accounts, ledger);
        upgradeConsents = new FakeUpgradeConsents(clock, upgrades, questions, accounts, ledger);
        outgoing = new FakeOutgoing(clock, ledger);
        sessions = new FakeSessions(clock, questions, accounts);
        this.watched = List.of(navios(Activity.ACQUIRING, true));
        this.linkStatus = new Link.Status(Link.State.OFF, clock.instant(), 0);
    }

    InstrumentState navios(Activity activity, boolean watching) {
        return new InstrumentState(
                "navios",
                "Navios EX",
                SerialNumber.parse("AW12345").orElseThrow(),
                activity,
                Set.of(Evidence.LOG, Evidence.FILES),
                watching,
                clock.instant().minusSeconds(130));
    }

    void tell(NotificationListener whom) {
        notices.tell(whom);
    }

    /** Opens a notice, or raises its count; says so to the listener. */
    Notification raise(BenchCode code, Severity severity, Laser laser) {
        return notices.raise(code, severity, laser);
    }

    Notification clear(long id) {
        return notices.clear(id);
    }

    /** What it throws whose database was never opened. */
    StoreException neverOpened() {
        return new StoreException(health, "never opened", new IllegalStateException());
    }

    @Override
    public @Nullable Notifications notifications() {
        return notificationsRun ? notices : null;
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
    public @Nullable Registrations registrations() {
        return rightsRun ? outgoing : null;
    }

    @Override
    public @Nullable Departures departures() {
        return rightsRun ? outgoing::newest : null;
    }

    @Override
    public @Nullable Streams streams() {
        return rightsRun ? outgoing.on::contains : null;
    }

    @Override
    public @Nullable RemoteSessions sessions() {
        return rightsRun && supportRuns ? sessions : null;
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
    public long bootEpoch() {
        throw new UnsupportedOperationException("the console has no events of its own");
    }

    @Override
    public <T> CompletableFuture<T> write(Function<Tables, T> change) {
        throw new UnsupportedOperationException("the console writes nothing");
    }

    @Override
    public <T> T read(Function<Tables, T> query) {
        if (!opened) {
            throw neverOpened();
        }
        return query.apply(outgoing.tables());
    }

    @Override
    public FileMark mark(String fileName, long size, Instant modified) {
        throw new UnsupportedOperationException("the console knows no files");
    }
}
