package org.benchconnect.teamviewerbridge.rules;

import static org.benchconnect.core.session.SessionState.AUTHENTICATED;
import static org.benchconnect.core.session.SessionState.ENDING;
import static org.benchconnect.core.session.SessionState.INVITED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.teamviewerbridge.rules.Session.Way;

/** What follows from time, from a companion that is missing, and from an instrument that is not idle: always less. */
final class Timing {
    private final Limits limits;

    Timing(Limits limits) {
        this.limits = limits;
    }

    /** How it is at this moment, whatever was looked at before. Doing it twice does nothing the second time. */
    Step pass(Course course, long now) {
        if (course.state() == ENDING && isOver(course.endedAt(), Limits.ENDING, now)) {
            return Step.to(course.over());
        }
        Session session = course.running().orElse(null);
        if (session == null) {
            return Step.to(course);
        }
        Optional<SessionEnd> end = end(course, session, now);
        return end.isPresent() ? end(course, end.get(), now) : withinSession(course, session, now);
    }

    private Optional<SessionEnd> end(Course course, Session session, long now) {
        if (isOver(session.began(), limits.longest(), now)) {
            return Optional.of(SessionEnd.TIME);
        }
        if (isArriving(course, session) && isOver(session.began(), Limits.INVITATION, now)) {
            return Optional.of(SessionEnd.NOBODY_CAME);
        }
        if (!isArriving(course, session) && isOver(session.active(), limits.idle(), now)) {
            return Optional.of(session.isPractice() ? SessionEnd.PRACTICE : SessionEnd.IDLE);
        }
        // What the agent cannot freeze is over when nobody at the screen sees that it runs.
        return session.way() == Way.DELEGATED && course.state() != INVITED && !course.companionIsThere(now)
                ? Optional.of(SessionEnd.DESKTOP)
                : Optional.empty();
    }

    /** Whether somebody must still prove who they are; with a program that asks for itself, whether somebody must still come. */
    private static boolean isArriving(Course course, Session session) {
        return session.way() == Way.DELEGATED ? course.state() == INVITED : course.state() != AUTHENTICATED;
    }

    private Step withinSession(Course course, Session session, long now) {
        Step step = Step.to(course);
        if (session.requests().waiting().isPresent()
                && isOver(session.requests().waiting().get().at(), limits.question(), now)) {
            step = new Asking().no(course, session, Deed.Why.TIME, now);
        }
        if (!session.isPractice() && !course.companionIsThere(now)) {
            for (Privilege each : Privilege.values()) {
                step = endAll(step, each, LeaseEnd.ERROR);
            }
        }
        return course.idle() || session.controlDuringRun()
                ? step
                : endAll(step, Privilege.CONTROL_INPUT, LeaseEnd.ERROR);
    }

    private static boolean isOver(long since, Duration after, long now) {
        return now - since >= after.toNanos();
    }

    /** Every lease for this ends too. */
    static Step endAll(Step step, Privilege privilege, LeaseEnd why) {
        Session session = step.course().running().orElse(null);
        if (session == null) {
            return step;
        }
        List<Deed> deeds = new ArrayList<>(step.deeds());
        Session fewer = session;
        for (Map.Entry<String, Ask.Sort> lease : session.leases().entrySet()) {
            if (lease.getValue().privilege() == privilege) {
                fewer = fewer.takesBack(lease.getKey());
                deeds.add(new Deed.EndLease(lease.getKey(), why));
            }
        }
        return new Step(step.course().with(fewer), deeds, step.taken());
    }

    /** Everything is cut. */
    static Step end(Course course, SessionEnd why, long now) {
        Session session = course.running().orElseThrow();
        Session empty = session.with(session.requests().yes());
        for (String lease : session.leases().keySet()) {
            empty = empty.takesBack(lease);
        }
        Course ended = course.with(empty).ends(why, now);
        return Step.to(ended, new Deed.Cut(session, why));
    }
}
