package org.benchconnect.teamviewerbridge.rules;

import java.util.Optional;
import java.util.OptionalLong;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;

/**
 * How remote support stands. Immutable.
 *
 * @param state never {@link SessionState#DISABLED}: whether a session can begin is looked at when one is requested
 * @param session the session that runs or just ended; empty before the first
 * @param ended why it ended; empty while it runs
 * @param endedAt when that began, by the monotonic clock
 * @param companion when the companion was last heard of a desktop session at the screen; empty if it said another since, or never spoke
 * @param idle whether every instrument is known to be idle
 */
public record Course(
        SessionState state,
        Optional<Session> session,
        Optional<SessionEnd> ended,
        long endedAt,
        OptionalLong companion,
        boolean idle) {
    /** After a start. */
    public static final Course BEGINNING =
            new Course(SessionState.IDLE, Optional.empty(), Optional.empty(), 0, OptionalLong.empty(), false);

    /** Whether a session runs: one is on its way in, or here. */
    public boolean runs() {
        return switch (state) {
            case INVITED, JOINED, AUTHENTICATING, AUTHENTICATED -> true;
            case DISABLED, IDLE, ENDING, CLOSED, LOCKED_OUT -> false;
        };
    }

    /** The session that runs, if it does. */
    public Optional<Session> running() {
        return runs() ? session : Optional.empty();
    }

    /** Whether the companion was heard lately, and the desktop session is at the screen. */
    public boolean companionIsThere(long now) {
        return companion.isPresent() && now - companion.getAsLong() < Limits.COMPANION.toNanos();
    }

    /** Whether remote input is frozen and the picture blank because a person is being asked. */
    public boolean frozen() {
        return running().map(one -> one.requests().waiting().isPresent()).orElse(false);
    }

    Course with(SessionState next, Session changed) {
        return new Course(next, Optional.of(changed), ended, endedAt, companion, idle);
    }

    Course with(Session changed) {
        return with(state, changed);
    }

    Course begins(SessionState first, Session fresh) {
        return new Course(first, Optional.of(fresh), Optional.empty(), 0, companion, idle);
    }

    Course ends(SessionEnd why, long now) {
        return new Course(SessionState.ENDING, session, Optional.of(why), now, companion, idle);
    }

    Course over() {
        SessionState last = ended.filter(why -> why == SessionEnd.LOCKED_OUT).isPresent()
                ? SessionState.LOCKED_OUT
                : SessionState.CLOSED;
        return new Course(last, session, ended, endedAt, companion, idle);
    }

    Course heard(OptionalLong at) {
        return new Course(state, session, ended, endedAt, at, idle);
    }

    Course instruments(boolean allIdle) {
        return new Course(state, session, ended, endedAt, companion, allIdle);
    }
}
