package org.benchconnect.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.OutboxFullException;
import org.benchconnect.core.store.Tables;

/** Carries the decisions of {@link NotificationBook} into the tables of one transaction, at one point in time. */
final class Bookkeeping {
    private static final Comparator<Condition> BY_CODE_AND_SUBJECT = Comparator.comparing(Condition::code)
            .thenComparing(condition -> condition.subject().encode());

    private final Tables tables;
    private final NoticeRules rules;
    private final Courses courses;
    private final Instant now;
    private final RecentNotices recent;
    private final List<Notification> changed = new ArrayList<>();

    Bookkeeping(Tables tables, NoticeRules rules, Courses courses, Instant now) {
        this.tables = tables;
        this.rules = rules;
        this.courses = courses;
        this.now = now;
        this.recent = new RecentNotices(tables.notices(), now);
    }

    /** The one point in time. */
    Instant now() {
        return now;
    }

    /** The notices that changed, in the order of their changes; grows with each. */
    List<Notification> changed() {
        return Collections.unmodifiableList(changed);
    }

    /** What an adapter concluded from a file. If the file was read before, nothing changes. */
    void record(String adapter, FileMark file, Observation observation) {
        if (!tables.positions().isRead(adapter, file)) {
            take(adapter, observation.signals(), observation.healthy());
            tables.positions().remember(adapter, observation.memory());
            tables.positions().markRead(adapter, file, now);
        }
    }

    /** Conditions that are so, and conditions that are well; one that is in both is so. */
    void take(String source, Collection<Signal> signals, Set<Condition> healthy) {
        Set<Condition> well = new TreeSet<>(BY_CODE_AND_SUBJECT);
        well.addAll(healthy);
        for (Signal signal : signals) {
            well.remove(signal.condition());
            if (!isAgain(source, signal, signal.code().kind())) {
                begins(source, signal);
            }
        }
        for (Condition condition : well) {
            tables.notices().active(source, condition).ifPresent(this::clear);
        }
    }

    /** Whether there is a notice of it, or was a moment ago; then it is told there. */
    private boolean isAgain(String source, Signal signal, Kind kind) {
        Optional<Notification> active = tables.notices().active(source, signal.condition());
        if (active.isPresent()) {
            Notification notice = active.get();
            put(NotificationBook.repeated(notice, signal, courses.known(notice, now), now)
                    .of(kind));
            return true;
        }
        Optional<Notification> cleared = clearedLately(source, signal.condition());
        cleared.ifPresent(notice ->
                put(NotificationBook.returned(notice, signal, courses.known(notice, now), isClearingTold(notice), now)
                        .of(kind)));
        return cleared.isPresent();
    }

    private Optional<Notification> clearedLately(String source, Condition condition) {
        return rules.flap().isZero()
                ? Optional.empty()
                : recent.clearedAfter(now.minus(rules.flap()), source, condition);
    }

    private boolean isClearingTold(Notification notice) {
        Instant cleared = notice.clearedAt();
        return cleared != null
                && new Remembered(tables.positions())
                        .clearingsTold()
                        .filter(told -> !told.isBefore(cleared))
                        .isPresent();
    }

    /** A new notice, or one more of a storm. A fault, and what there can be only one of, never is part of one. */
    private void begins(String source, Signal signal) {
        boolean single = signal.severity() == Severity.FAULT
                || signal.condition().subject().size() == 0;
        if (!single && signal.code() instanceof Enum<?> code && !(code instanceof NoticeCode)) {
            Facts of = Facts.none().with(NoticeCode.Fact.OF, code);
            if (isStorm(source, code.name(), Condition.of(NoticeCode.NOTICE_STORM, of))) {
                countInStorm(source, signal.severity(), signal.code().kind(), of);
                return;
            }
        }
        open(source, signal, signal.code().kind());
    }

    private boolean isStorm(String source, String code, Condition storm) {
        return tables.notices().active(source, storm).isPresent()
                || recent.opened(source, code, now.minus(rules.storm()), rules.stormNotices()) >= rules.stormNotices();
    }

    /** A storm is about what its notices are about. */
    private void countInStorm(String source, Severity severity, Kind kind, Facts of) {
        Condition condition = Condition.of(NoticeCode.NOTICE_STORM, of);
        Optional<Notification> active = tables.notices().active(source, condition);
        Severity worst = active.map(Notification::severity)
                .filter(before -> before.compareTo(severity) > 0)
                .orElse(severity);
        long counted = active.or(() -> clearedLately(source, condition))
                .map(Notification::count)
                .orElse(0L);
        Signal storm = new Signal(NoticeCode.NOTICE_STORM, worst, of.with(NoticeCode.Fact.COUNTED, counted + 1));
        if (!isAgain(source, storm, kind)) {
            open(source, storm, kind);
        }
    }

    private void open(String source, Signal signal, Kind kind) {
        put(NotificationBook.opened(tables.notices().nextId(), source, signal, now)
                .of(kind));
    }

    /** Its condition is well. */
    void clear(Notification active) {
        Remembered remembered = new Remembered(tables.positions());
        if (remembered.clearingsTold().isEmpty()) {
            remembered.clearingsTold(now.minusMillis(1)); // from here on every clearing is one that is to be told
        }
        put(NotificationBook.healthy(active, rules.flap().isZero(), now));
    }

    /** The acknowledged notice; empty if there is none of that id that is not cleared. */
    Optional<Notification> acknowledge(long id) {
        Optional<NotificationBook.Change> change =
                tables.notices().byId(id).flatMap(notice -> NotificationBook.acknowledged(notice, now));
        change.filter(NotificationBook.Change::reported).ifPresent(this::put);
        return change.map(NotificationBook.Change::notice);
    }

    /** Whether there is a notice of that id that is not cleared. */
    boolean seenByService(long id) {
        Optional<Notification> notice = tables.notices().byId(id);
        Optional<NotificationBook.Change> change = notice.flatMap(one -> NotificationBook.seenByService(one, now));
        change.filter(one -> !Optional.of(one.notice()).equals(notice)).ifPresent(this::put);
        return change.isPresent();
    }

    /** Stores a change, and reports it if it is to be. */
    void put(NotificationBook.Change change) {
        tables.notices().put(change.notice());
        if (change.reported()) {
            report(change.notice());
        }
        changed.add(change.notice());
    }

    /** Where no message fits any more, the notice still is kept here; the store counts what it could not take. */
    void report(Notification notice) {
        try {
            tables.outbox().append(new NoticeReport(notice), now);
        } catch (OutboxFullException e) {
            // OutboxWatch tells of it.
        }
    }
}
