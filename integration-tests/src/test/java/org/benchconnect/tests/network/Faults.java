package org.benchconnect.tests.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;

/** An instrument whose lasers fail and are well again, so many times as asked for; each time is one event. */
final class Faults implements Runnable {
    /** How many change at once, in one transaction. */
    static final int TOGETHER = 20;

    private final Notifications notifications;
    private final int count;
    private final long nanosEach;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** What is wrong. */
    enum Code implements SignalCode {
        LASER_POWER;

        @Override
        public Kind kind() {
            return Kind.INSTRUMENT;
        }

        @Override
        public Set<FactName> subject() {
            return Set.of(Name.LASER);
        }
    }

    /** With what facts. */
    enum Name implements FactName {
        LASER,
        MEASURED_MILLIWATT
    }

    /**
     * Not begun yet.
     *
     * @param count how many events, a multiple of twice {@link #TOGETHER}
     * @param nanos within how long
     */
    Faults(Notifications notifications, int count, long nanos) {
        this.notifications = notifications;
        this.count = count;
        this.nanosEach = nanos / count;
    }

    /** How many events are durable. */
    int done() {
        return done.get();
    }

    /** No more. */
    void stop() {
        stopped.set(true);
    }

    @Override
    public void run() {
        long begin = System.nanoTime();
        while (done.get() < count && !stopped.get()) {
            long ahead = begin + done.get() * nanosEach - System.nanoTime();
            if (ahead > 0) {
                Wire.pause(ahead / 1_000_000 + 1);
            }
            List<Signal> signals = new ArrayList<>();
            Set<Condition> well = new HashSet<>();
            boolean failing = done.get() / TOGETHER % 2 == 0;
            for (int laser = 0; laser < TOGETHER; laser++) {
                Signal signal = new Signal(
                        Code.LASER_POWER,
                        Severity.FAULT,
                        Facts.none().with(Name.LASER, laser).with(Name.MEASURED_MILLIWATT, 12.5));
                if (failing) {
                    signals.add(signal);
                } else {
                    well.add(signal.condition());
                }
            }
            notifications.report("network", signals, well).join();
            done.addAndGet(TOGETHER);
        }
    }
}
