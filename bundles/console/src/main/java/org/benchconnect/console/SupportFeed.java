package org.benchconnect.console;

import org.benchconnect.console.http.OncePerMinute;
import org.benchconnect.core.session.RemoteSessions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears every change of remote support at once, from whichever service runs it now; that one comes and goes with its module. Safe for any thread. */
final class SupportFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SupportFeed.class);

    private final Neighbours neighbours;
    private final Runnable changed;
    private final OncePerMinute said = new OncePerMinute();
    /** Guarded by this. */
    private @Nullable RemoteSessions heard;
    /** Guarded by this. */
    private @Nullable AutoCloseable listening;

    /**
     * Hears nothing before the first {@link #look()}.
     *
     * @param changed called on a thread of the sessions: quick, never blocks
     */
    SupportFeed(Neighbours neighbours, Runnable changed) {
        this.neighbours = neighbours;
        this.changed = changed;
    }

    /** Listens to who runs sessions now; says that all may differ if that is somebody else than before. */
    synchronized void look() {
        RemoteSessions now = neighbours.sessions();
        if (now == heard) {
            return;
        }
        stop();
        if (now != null) {
            listening = now.listen(view -> changed.run());
        }
        heard = now;
        changed.run();
    }

    private void stop() {
        AutoCloseable before = listening;
        listening = null;
        heard = null;
        if (before != null) {
            try {
                before.close();
            } catch (Exception e) { // what the module that goes throws is its own
                if (said.allows(SupportFeed.class)) {
                    LOG.warn("Remote support could not be left", e);
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        stop();
    }
}
