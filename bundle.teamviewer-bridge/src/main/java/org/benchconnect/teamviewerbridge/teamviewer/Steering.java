package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a look at this PC leads to. No clock, no disk, no threads of its own: the caller holds a lock and says the time in nanoseconds of a clock that nobody
 * sets.
 *
 * <p>A stop is asked for until the service has stopped; only then it may be started again. After two connections within ten minutes that nobody asked for, the service
 * stays stopped until a person here requests help.
 */
final class Steering {
    private static final long SECOND = 1_000_000_000L;
    private static final long AGAIN = 10 * SECOND;
    private static final long UNSEEN = 10 * SECOND;
    private static final long SOON = 600 * SECOND;

    private enum Visiting {
        NOBODY,
        INVITED,
        JOINED
    }

    private final boolean always;
    private final boolean refuses;
    private Visiting visiting = Visiting.NOBODY;
    private boolean stopping;
    private boolean held;
    private boolean told;
    private long unseenSince = Long.MIN_VALUE;
    private long unexpectedAt = Long.MIN_VALUE;
    private long askedAt = Long.MIN_VALUE;

    /**
     * As the settings say.
     *
     * @param always whether the service runs also while nobody asked for help
     * @param refuses whether a connection that nobody asked for is ended, once the settings are proven; before, the client is somebody else's
     */
    Steering(boolean always, boolean refuses) {
        this.always = always;
        this.refuses = refuses;
    }

    /** A person here opened the way in. */
    void invited() {
        visiting = Visiting.INVITED;
        held = false;
        askedAt = Long.MIN_VALUE;
    }

    /** The visit is over: everything that is connected ends. The caller asks for the stop at once. */
    void cut(long now) {
        visiting = Visiting.NOBODY;
        stopping = true;
        askedAt = now;
    }

    /** Whether connections are being ended and are not seen to have. */
    boolean isStopping() {
        return stopping;
    }

    /** Whether a closer look is worth its price. */
    boolean isBusy() {
        return stopping || visiting != Visiting.NOBODY;
    }

    /** Whether somebody came through the way in. */
    boolean isJoined() {
        return visiting == Visiting.JOINED;
    }

    /**
     * What follows.
     *
     * @param ready whether the settings are proven: nothing is started if not
     */
    List<Act> on(Look look, boolean ready, long now) {
        List<Act> acts = new ArrayList<>();
        if (stopping && look.service() == ServiceState.STOPPED && look.presence() != Presence.SOMEBODY) {
            stopping = false;
            told = false;
            askedAt = Long.MIN_VALUE;
        }
        if (stopping) {
            ask(acts, Act.STOP, now);
            return acts;
        }
        people(look, ready, now, acts);
        if (!stopping) {
            service(look, ready, now, acts);
        }
        return acts;
    }

    private void people(Look look, boolean ready, long now, List<Act> acts) {
        unseenSince = look.presence() == Presence.UNKNOWN && look.isConnected()
                ? (unseenSince == Long.MIN_VALUE ? now : unseenSince)
                : Long.MIN_VALUE;
        boolean somebody = look.presence() == Presence.SOMEBODY
                || unseenSince != Long.MIN_VALUE
                        && now - unseenSince >= UNSEEN; // a service that just starts is not seen yet
        if (somebody && visiting == Visiting.INVITED) {
            visiting = Visiting.JOINED;
            acts.add(Act.JOINED);
        } else if (!look.isConnected()) {
            told = false;
            if (visiting == Visiting.JOINED) {
                acts.add(Act.LEFT); // the rules cut, which comes back as a stop
            }
        } else if (look.presence() == Presence.SOMEBODY && visiting == Visiting.NOBODY && !told) {
            unexpected(ready, now, acts);
        }
    }

    private void unexpected(boolean ready, long now, List<Act> acts) {
        told = true;
        if (!refuses || !ready) {
            acts.add(Act.TELL_UNEXPECTED);
            return;
        }
        acts.add(Act.REFUSE_UNEXPECTED);
        acts.add(Act.STOP);
        held = unexpectedAt != Long.MIN_VALUE && now - unexpectedAt < SOON;
        unexpectedAt = now;
        stopping = true;
        askedAt = now;
    }

    private void service(Look look, boolean ready, long now, List<Act> acts) {
        boolean visited = visiting != Visiting.NOBODY;
        if (look.service() == ServiceState.STOPPED && ready && !held && (always || visited)) {
            ask(acts, Act.START, now);
        } else if (look.service() == ServiceState.RUNNING && !visited && (held || !always)) {
            ask(acts, Act.STOP, now);
        }
    }

    private void ask(List<Act> acts, Act act, long now) {
        if (askedAt == Long.MIN_VALUE || now - askedAt >= AGAIN) {
            askedAt = now;
            acts.add(act);
        }
    }
}
