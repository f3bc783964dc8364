package org.benchconnect.console;

import java.util.List;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a program in somebody's desktop session shows and sounds: all that nobody has acknowledged, each time whole, so that whoever follows need not put
 * changes together.
 *
 * @param mayAcquire whether an instrument acquires, or nobody can tell that none does
 * @param notices open faults and warnings, most severe first, then newest first, at most {@link #MOST}; null while they cannot be read
 * @param more how many there are besides
 */
record AlertsView(boolean mayAcquire, @Nullable List<NoticeView> notices, int more) {
    static final int MOST = 50;

    static AlertsView of(Snapshot now, @Nullable List<Notification> active, Texts texts) {
        boolean mayAcquire = mayAcquire(now.instruments());
        if (active == null) {
            return new AlertsView(mayAcquire, null, 0);
        }
        List<Notification> open = active.stream()
                .filter(one -> one.state() == Notification.State.OPEN && one.severity() != Severity.INFO)
                .toList();
        return new AlertsView(
                mayAcquire,
                open.stream().limit(MOST).map(one -> NoticeView.of(one, texts)).toList(),
                Math.max(0, open.size() - MOST));
    }

    private static boolean mayAcquire(@Nullable List<InstrumentState> instruments) {
        return instruments == null
                || instruments.isEmpty()
                || instruments.stream().anyMatch(one -> one.activity() != Activity.IDLE);
    }
}
