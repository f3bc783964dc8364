package org.benchconnect.teamviewerbridge.session;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.teamviewerbridge.rules.Happening;

/** Looks at clock and instruments for the rules; each on a thread of its own, because those who watch the instruments may be slow, and the clock never waits for them. */
final class Watching {
    private static final Duration LOOKED = Duration.ofSeconds(2);

    private final Around around;
    private final Conduct conduct;
    private final AtomicLong looked; // when the instruments were, by the monotonic clock

    Watching(Around around, Conduct conduct) {
        this.around = around;
        this.conduct = conduct;
        this.looked = new AtomicLong(conduct.nanos());
    }

    /** Asks nobody: instruments that nobody looked at for two seconds count as working. */
    void tick() {
        boolean lately = conduct.nanos() - looked.get() < LOOKED.toNanos();
        conduct.tell(lately ? new Happening.Tick() : new Happening.Instruments(false));
    }

    /** While a session runs. */
    void lookAtInstruments() {
        if (conduct.course().runs()) {
            long before = conduct.nanos();
            boolean idle = around.everyInstrumentIsIdle();
            looked.set(before);
            conduct.tell(new Happening.Instruments(idle));
        }
    }
}
