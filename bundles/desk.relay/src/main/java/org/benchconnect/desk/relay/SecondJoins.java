package org.benchconnect.desk.relay;

import java.util.function.Consumer;

/**
 * What one agent is told of viewers that came with the code of its session after the first: docs/session-protocol.md section 2. At most {@link #MOST} times, at most once a
 * second, and never within a message of the viewer. Safe for any thread.
 */
final class SecondJoins {
    /** Tellings of one session: who tries more often fills nobody's ledger. */
    static final int MOST = 5;

    private static final long APART = 1_000_000_000L; // nanoseconds
    private static final String TRIED = "{\"v\":1,\"status\":\"tried\"}";

    private final Consumer<String> agent;
    private int told;
    private long last;
    private long frames;
    private boolean withinMessage;
    private boolean due;

    /** @param agent sends a text to the agent; never waits */
    SecondJoins(Consumer<String> agent) {
        this.agent = agent;
    }

    /** Somebody came; it is told at once, or behind the message that is under way on it. */
    synchronized void came(long now) {
        if (told >= MOST || told > 0 && now - last < APART) {
            return;
        }
        told++;
        last = now;
        due = true;
        tell();
    }

    /** Before a frame of the viewer is handed to the agent's line; its number, for {@link #passed}. */
    synchronized long passes(boolean last) {
        withinMessage |= !last;
        return ++frames;
    }

    /** After it was. Another one can have come in between: then that one's answer counts. */
    synchronized void passed(long frame, boolean last) {
        if (frame == frames) {
            withinMessage = !last;
            tell();
        }
    }

    private void tell() {
        if (due && !withinMessage) {
            due = false;
            agent.accept(TRIED);
        }
    }
}
