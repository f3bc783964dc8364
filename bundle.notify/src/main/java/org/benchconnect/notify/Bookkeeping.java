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
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.Tables;

/** Carries the decisions of {@link NotificationBook} into the tables of one transaction, at one point in time. */
final class Bookkeeping {
    private static final Comparator<Condition> BY_CODE_AND_SUBJECT = Comparator.comparing(Condition::code)
            .thenComparing(condition -> condition.subject().encode());

    private final Tables tables;
    private final Instant now;
    private final List<Notification> changed = new ArrayList<>();

    Bookkeeping(Tables tables, Instant now) {
        this.tables = tables;
        this.now = now;
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
            Optional<Notification> active = tables.notices().active(source, signal.condition());
            put(NotificationBook.signalled(source, signal, active, now, tables.notices()::nextId));
        }
        for (Condition condition : well) {
            tables.notices().active(source, condition).ifPresent(notice -> put(NotificationBook.healthy(notice, now)));
        }
    }

    /** The acknowledged notice; empty if there is none of that id that is not cleared. */
    Optional<Notification> acknowledge(long id) {
        Optional<NotificationBook.Change> change =
                tables.notices().byId(id).flatMap(notice -> NotificationBook.acknowledged(notice, now));
        change.filter(NotificationBook.Change::reported).ifPresent(this::put);
        return change.map(NotificationBook.Change::notice);
    }

    private void put(NotificationBook.Change change) {
        tables.notices().put(change.notice());
        if (change.reported()) {
            tables.outbox().append(new NoticeReport(change.notice()), now);
        }
        changed.add(change.notice());
    }
}
