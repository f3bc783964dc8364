package org.benchconnect.consent.question;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.session.RemoteDesktop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One question with what it holds still. Guarded by {@link OpenQuestions}; {@link #letGo} can be called by anybody, once or more. */
final class OpenQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(OpenQuestion.class);

    private final long opened;
    private final List<RemoteDesktop.Hold> holds = new ArrayList<>();
    private boolean over;

    /** Opened at this reading of the monotonic clock, in nanoseconds. */
    OpenQuestion(long opened) {
        this.opened = opened;
    }

    /** How long it has been open by that clock, in nanoseconds. */
    long age(long now) {
        return now - opened;
    }

    /**
     * Holds one more engine.
     *
     * @throws IllegalStateException if it cannot be held
     */
    void hold(RemoteDesktop engine) {
        RemoteDesktop.Hold hold = engine.hold();
        synchronized (holds) {
            if (!over) {
                holds.add(hold);
                return;
            }
        }
        hold.close();
    }

    /** Remote input and picture are as before. */
    void letGo() {
        List<RemoteDesktop.Hold> held;
        synchronized (holds) {
            over = true;
            held = List.copyOf(holds);
            holds.clear();
        }
        for (RemoteDesktop.Hold hold : held) {
            try {
                hold.close();
            } catch (RuntimeException e) {
                LOG.warn("an engine of remote sessions did not take its hold back; its session stays frozen", e);
            }
        }
    }
}
