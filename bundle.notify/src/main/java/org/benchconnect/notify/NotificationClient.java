package org.benchconnect.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notification client. Notices live in the store, and each call is one change of it; once a minute a round sees to what the clock alone brings. While
 * there is no store, futures fail and reads throw {@link StoreException}, as they do when the store cannot write.
 *
 * <p>Times are cut to the millisecond, so that what listeners hear equals what is stored.
 */
@Component(
        service = {Notifications.class, HealthCheck.class},
        configurationPid = "org.benchconnect.notifications",
        immediate = true)
@Designate(ocd = NotificationConfiguration.class)
public final class NotificationClient implements Notifications, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationClient.class);
    private static final int MAX_HISTORY = 1000;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TIDYINGS = Duration.ofHours(1);
    private static final Comparator<Notification> MOST_SEVERE_THEN_NEWEST = Comparator.comparing(Notification::severity)
            .thenComparingLong(Notification::id)
            .reversed();

    private final Clock clock;
    private final NoticeRules rules;
    private final Courses courses;
    private final Voice voice;
    private final Changes changes;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "notifications-rounds");
        thread.setDaemon(true);
        return thread;
    });

    /** The audit log, which may be swapped while this runs. */
    private volatile @Nullable Ledger ledger;

    /** When the history was shortened last. */
    private volatile Instant tidied = Instant.EPOCH;

    /** Whether it is stored what is wrong with the settings. */
    private volatile boolean settingsJudged;

    /** By the PC's clock. */
    @Activate
    public NotificationClient(NotificationConfiguration settings) {
        this(Clock.systemDefaultZone(), NoticeRules.of(settings));
        long millis = BETWEEN_ROUNDS.toMillis();
        rounds.scheduleWithFixedDelay(this::guardedRound, millis / 10, millis, TimeUnit.MILLISECONDS);
    }

    /** By another clock, whose zone is that of the clock on the wall; without rounds of its own. */
    NotificationClient(Clock clock, NoticeRules rules) {
        this.clock = clock;
        this.rules = rules;
        this.courses = new Courses(rules.flap());
        this.voice = new Voice(clock, rules.quiet());
        this.changes = new Changes(clock, rules, courses, this::durable);
        rules.invalid().forEach(setting -> LOG.warn("Setting {} has not its form; as shipped stands for it", setting));
    }

    /** No more rounds. */
    @Deactivate
    public void close() {
        rounds.shutdown();
    }

    /** From now on notices live here. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindStore(AgentStore present) {
        changes.bind(present);
    }

    /** There is no store, unless another came before this one went. */
    public void unbindStore(AgentStore gone) {
        changes.unbind(gone);
    }

    /** Messages that were given up are written down here. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindLedger(Ledger present) {
        ledger = present;
    }

    /** There is none, unless another came before this one went. */
    public void unbindLedger(Ledger gone) {
        if (gone.equals(ledger)) {
            ledger = null;
        }
    }

    /** Hears of every change that becomes durable from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addListener(NotificationListener listener) {
        voice.add(listener);
    }

    /** Hears no more. */
    public void removeListener(NotificationListener listener) {
        voice.remove(listener);
    }

    @Override
    public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
        return change(books -> {
            books.record(adapter, file, observation);
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
        return change(books -> {
            books.take(source, signals, healthy);
            return null;
        });
    }

    @Override
    public CompletableFuture<Optional<Notification>> acknowledge(long id) {
        return change(books -> books.acknowledge(id));
    }

    @Override
    public CompletableFuture<Boolean> seenByService(long id) {
        return change(books -> books.seenByService(id));
    }

    private <T> CompletableFuture<T> change(Function<Bookkeeping, T> decide) {
        return changes.make((tables, books) -> decide.apply(books));
    }

    private void durable(Notification notice) {
        courses.saw(notice);
        voice.announce(notice);
    }

    /** What the clock alone brings. Completes when it is durable. */
    CompletableFuture<Void> round() {
        voice.speakUp();
        boolean tidies = !clock.instant().isBefore(tidied.plus(BETWEEN_TIDYINGS));
        return changes.<Long>make((tables, books) -> {
                    Round round = new Round(tables, books, rules, courses, books.now());
                    round.run();
                    if (tidies) {
                        round.tidy();
                    }
                    if (!settingsJudged) {
                        Set<NoticeCode.Setting> invalid = rules.invalid();
                        books.take(
                                Remembered.SELF, SettingsJudgement.signals(invalid), SettingsJudgement.well(invalid));
                    }
                    return new OutboxWatch(tables, books, books.now()).look();
                })
                .thenAccept(givenUp -> {
                    settingsJudged = true;
                    tidied = tidies ? clock.instant() : tidied;
                    noteGivenUp(givenUp);
                });
    }

    private void noteGivenUp(long count) {
        Ledger present = ledger;
        if (count > 0 && present != null) {
            present.note(Event.of(EventKind.MESSAGES_GIVEN_UP).with(Detail.COUNT, count));
        }
    }

    /** A round that fails is tried again with the next; the store itself says what is wrong with it. */
    private void guardedRound() {
        try {
            round().exceptionally(failure -> {
                if (!(failure instanceof StoreException) && !(failure.getCause() instanceof StoreException)) {
                    LOG.error("What the clock brings could not be done", failure);
                }
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error("What the clock brings could not be done", e);
        }
    }

    @Override
    public List<Notification> active() {
        return sorted(changes.store().read(tables -> tables.notices().active()));
    }

    private static List<Notification> sorted(List<Notification> notices) {
        return notices.stream().sorted(MOST_SEVERE_THEN_NEWEST).toList();
    }

    @Override
    public List<Notification> history(int limit) {
        if (limit < 1 || limit > MAX_HISTORY) {
            throw new IllegalArgumentException("between 1 and " + MAX_HISTORY + " notices, please");
        }
        return changes.store().read(tables -> tables.notices().cleared(limit));
    }

    @Override
    public Shift sinceLastShift() {
        Instant since = rules.shifts().beforeTheRunning(clock.instant(), clock.getZone());
        return new Shift(
                since, sorted(changes.store().read(tables -> tables.notices().since(since, MAX_HISTORY))));
    }

    /** It has a store; how that one is, it says itself. */
    @Override
    public boolean isWell() {
        return changes.hasStore();
    }
}
