package org.benchconnect.instrument.log.system;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.log.Neighbours;
import org.jspecify.annotations.Nullable;

/** Checks services, connections and queues in turn, on one thread; {@link #activity} and {@link #watching} may be asked from any. */
final class SystemWatch {
    private static final int STOPPED_CHECKS = 2;
    private static final int DOWN_CHECKS = 3;

    private final String id;
    private final SystemSettings settings;
    private final Services services;
    private final Neighbours neighbours;
    private final SiteWatch.Permission permission;
    private final Clock clock;
    private final Clock steady;
    private final Standing standing = new Standing();
    private int stopped;
    private int down;
    private volatile Waiting waiting = new Waiting(null, Instant.EPOCH, false);

    /** Since when nothing waits, or null; when the queue was looked at; and whether it could be. */
    private record Waiting(@Nullable Instant emptySince, Instant look, boolean seen) {}

    SystemWatch(
            String id,
            SystemSettings settings,
            Services services,
            Neighbours neighbours,
            SiteWatch.Permission permission,
            Clock clock,
            Clock steady) {
        this.id = id;
        this.settings = settings;
        this.services = services;
        this.neighbours = neighbours;
        this.permission = permission;
        this.clock = clock;
        this.steady = steady;
    }

    Duration step() {
        if (settings.hasService()) {
            checkService();
        }
        if (settings.hasConnection()) {
            checkConnection(permission.egress());
        }
        if (settings.hasQueue()) {
            checkQueue();
        }
        standing.tell(neighbours.notifications(), id);
        return settings.every();
    }

    private void checkService() {
        Running service = settings.service().isEmpty() ? Running.YES : services.service(settings.service());
        Running program = settings.program().isEmpty() ? Running.YES : services.program(settings.program());
        if (service == Running.UNKNOWN) {
            standing.so(SystemCode.SERVICE_UNKNOWN, Severity.WARNING, Facts.none());
            return;
        }
        standing.well(SystemCode.SERVICE_UNKNOWN);
        boolean runs = service == Running.YES && program == Running.YES;
        stopped = runs ? 0 : stopped + 1;
        if (runs) {
            standing.well(SystemCode.SERVICE_STOPPED);
        } else if (stopped >= STOPPED_CHECKS) {
            standing.so(SystemCode.SERVICE_STOPPED, Severity.FAULT, failed(stopped));
        }
    }

    private void checkConnection(@Nullable Egress egress) {
        Connection.State state = Connection.check(settings.host(), settings.port(), egress);
        if (state == Connection.State.NOT_PERMITTED) {
            standing.so(SystemCode.CONNECTION_NOT_PERMITTED, Severity.WARNING, Facts.none());
            return;
        }
        standing.well(SystemCode.CONNECTION_NOT_PERMITTED);
        down = state == Connection.State.UP ? 0 : down + 1;
        if (down == 0) {
            standing.well(SystemCode.CONNECTION_DOWN);
        } else if (down >= DOWN_CHECKS) {
            standing.so(SystemCode.CONNECTION_DOWN, Severity.FAULT, failed(down));
        }
    }

    private static Facts failed(int checks) {
        return Facts.none().with(SystemFact.FAILED_CHECKS, checks);
    }

    private void checkQueue() {
        Instant now = steady.instant();
        try {
            Queue queue = Queue.look(settings.queue(), settings.queuePattern(), clock.instant());
            Waiting before = waiting;
            Instant since = queue.files() > 0 ? null : before.emptySince() == null ? now : before.emptySince();
            waiting = new Waiting(since, now, true);
            standing.well(SystemCode.QUEUE_UNREADABLE);
            judge(queue);
        } catch (IOException gone) {
            waiting = new Waiting(null, now, false);
            standing.so(SystemCode.QUEUE_UNREADABLE, Severity.WARNING, Facts.none());
        }
    }

    private void judge(Queue queue) {
        Facts facts = Facts.none()
                .with(SystemFact.FILES, queue.files())
                .with(SystemFact.OLDEST_MINUTES, queue.oldest().toMinutes());
        if (queue.oldest().compareTo(settings.queueFault()) >= 0) {
            standing.so(SystemCode.QUEUE_STUCK, Severity.FAULT, facts);
        } else if (queue.oldest().compareTo(settings.queueWarning()) >= 0) {
            standing.so(SystemCode.QUEUE_STUCK, Severity.WARNING, facts);
        } else {
            standing.well(SystemCode.QUEUE_STUCK);
        }
    }

    /** Whether what is set can be seen. */
    boolean watching() {
        return !settings.hasQueue() || waiting.seen();
    }

    /** What the queue tells, fail closed: ACQUIRING while something waits, IDLE when nothing has for long enough, UNKNOWN else. */
    Activity activity() {
        Waiting now = waiting;
        Instant at = steady.instant();
        Duration blindAfter = settings.every().multipliedBy(2).plusSeconds(10);
        if (!now.seen() || at.isAfter(now.look().plus(blindAfter))) {
            return Activity.UNKNOWN;
        } else if (now.emptySince() == null) {
            return Activity.ACQUIRING;
        }
        return at.isBefore(now.emptySince().plus(settings.queueIdle())) ? Activity.UNKNOWN : Activity.IDLE;
    }
}
