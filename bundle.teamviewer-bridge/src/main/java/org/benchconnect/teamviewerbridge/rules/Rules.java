package org.benchconnect.teamviewerbridge.rules;

import static org.benchconnect.core.session.SessionState.AUTHENTICATED;
import static org.benchconnect.core.session.SessionState.AUTHENTICATING;
import static org.benchconnect.core.session.SessionState.ENDING;
import static org.benchconnect.core.session.SessionState.INVITED;
import static org.benchconnect.core.session.SessionState.JOINED;

import java.util.Optional;
import java.util.OptionalLong;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.teamviewerbridge.rules.Session.Way;

/**
 * What follows from what. Before anything counts, time does: what comes after a time-out finds it over, however late somebody looked. What an engine tells at
 * the wrong moment ends the session; what a person says at the wrong moment changes nothing.
 */
public final class Rules {
    private final Timing timing;
    private final Asking asking = new Asking();

    /** With these limits. */
    public Rules(Limits limits) {
        this.timing = new Timing(limits);
    }

    /**
     * What follows.
     *
     * @param now the monotonic clock, in nanoseconds
     */
    public Step on(Course before, Happening what, long now) {
        Step time = timing.pass(before, now);
        Course course = time.course();
        Step step;
        if (what instanceof Happening.OfPerson said) {
            step = person(course, said, now);
        } else if (what instanceof Happening.OfEngine told) {
            step = engine(course, told, now);
        } else {
            step = agent(course, (Happening.OfAgent) what, now);
        }
        return step.after(time);
    }

    /** When the supporter last did something, which the engine says without waiting for anybody. */
    public Course active(Course course, long at) {
        return course.running().map(one -> course.with(one.active(at))).orElse(course);
    }

    private Step person(Course course, Happening.OfPerson said, long now) {
        if (said instanceof Happening.Requested requested) {
            return mayBegin(course).isPresent()
                    ? Step.none(course)
                    : Step.to(course.begins(INVITED, Session.begins(requested.session(), requested.way(), now)));
        }
        if (said instanceof Happening.Practised practised) {
            return mayBegin(course).isPresent() ? Step.none(course) : practice(course, practised, now);
        }
        return course.running()
                .map(session -> withinSession(course, session, said, now))
                .orElse(Step.none(course));
    }

    private static Step practice(Course course, Happening.Practised practised, long now) {
        Session fresh = Session.begins(practised.session(), Way.PRACTICE, now);
        return Step.to(course.begins(AUTHENTICATED, fresh.with(fresh.guest().shows(practised.string()))));
    }

    private Step withinSession(Course course, Session session, Happening.OfPerson said, long now) {
        if (said instanceof Happening.Stopped) {
            return end(course, SessionEnd.STOPPED, now);
        }
        if (said instanceof Happening.NotTheSame) {
            return end(course, SessionEnd.NOT_THE_SAME, now);
        }
        if (said instanceof Happening.Compared) {
            return mayCompare(course).isPresent() ? Step.none(course) : compared(course, session, now);
        }
        if (said instanceof Happening.ControlAllowed) {
            return course.state() == AUTHENTICATED
                    ? Step.to(course.with(session.allowsControlDuringRun()))
                    : Step.none(course);
        }
        if (said instanceof Happening.TakenBack back) {
            return session.leases().containsKey(back.lease())
                    ? leaseOver(course, session, back.lease(), LeaseEnd.STOPPED)
                    : Step.none(course);
        }
        return asking.answered(course, session, said, now);
    }

    private Step compared(Course course, Session session, long now) {
        Session known = session.with(session.guest().sameString());
        return session.isPractice() ? asking.practise(course, known, now) : Step.to(course.with(known));
    }

    private Step engine(Course course, Happening.OfEngine told, long now) {
        Session session = course.running().filter(one -> !one.isPractice()).orElse(null);
        if (session == null) {
            return Step.none(course);
        }
        if (told instanceof Happening.Left left) {
            return end(course, left.why(), now);
        }
        if (told instanceof Happening.Joined && course.state() == INVITED) {
            return Step.to(course.with(JOINED, session.active(now)));
        }
        if (session.way() == Way.ENFORCED) {
            if (told instanceof Happening.StringShown shown
                    && course.state() == JOINED
                    && session.guest().string().isEmpty()
                    && shown.digits().matches("[0-9]{6}")) {
                return Step.to(course.with(session.with(session.guest().shows(shown.digits()))));
            }
            if (told instanceof Happening.Asks asks && course.state() == AUTHENTICATED) {
                return asking.asks(course, session.active(now), asks, now);
            }
        }
        return end(course, SessionEnd.PROTOCOL, now);
    }

    private Step agent(Course course, Happening.OfAgent found, long now) {
        if (found instanceof Happening.Tick) {
            return Step.to(course);
        }
        if (found instanceof Happening.Desktop desktop) {
            OptionalLong heard =
                    desktop.how() == DesktopSession.AT_THE_SCREEN ? OptionalLong.of(now) : OptionalLong.empty();
            return timing.pass(course.heard(heard), now);
        }
        if (found instanceof Happening.Instruments instruments) {
            return timing.pass(course.instruments(instruments.allIdle()), now);
        }
        if (found instanceof Happening.Cleared cleared) {
            boolean itsOwn = course.state() == ENDING
                    && course.session()
                            .map(one -> one.id().equals(cleared.session()))
                            .orElse(false);
            return itsOwn ? Step.to(course.over()) : Step.none(course);
        }
        return course.running()
                .map(session -> withinSession(course, session, found, now))
                .orElse(Step.none(course));
    }

    private Step withinSession(Course course, Session session, Happening.OfAgent found, long now) {
        if (found instanceof Happening.Failed failed) {
            return end(course, failed.why(), now);
        }
        if (found instanceof Happening.LeaseOver over) {
            return session.leases().containsKey(over.lease())
                    ? leaseOver(course, session, over.lease(), LeaseEnd.DONE)
                    : Step.none(course);
        }
        if (session.way() != Way.ENFORCED) {
            return end(course, SessionEnd.PROTOCOL, now);
        }
        return credentials(course, session, found, now);
    }

    private Step credentials(Course course, Session session, Happening.OfAgent found, long now) {
        if (found instanceof Happening.NotAdmitted) {
            return end(course, SessionEnd.NOT_ADMITTED, now);
        }
        if (found instanceof Happening.MustWait) {
            return end(course, SessionEnd.LOCKED_OUT, now);
        }
        if (found instanceof Happening.Admitted admitted
                && course.state() == JOINED
                && session.guest().string().isPresent()) {
            return Step.to(
                    course.with(AUTHENTICATING, session.with(session.guest().is(admitted.supporter()))));
        }
        if (course.state() == AUTHENTICATING && found instanceof Happening.PasswordRight) {
            return Step.to(course.with(AUTHENTICATED, session.active(now)));
        }
        if (course.state() == AUTHENTICATING && found instanceof Happening.PasswordWrong) {
            Guest guest = session.guest().wrongPassword();
            Course counted = course.with(session.with(guest));
            return guest.wrong() >= Limits.PASSWORDS ? end(counted, SessionEnd.PASSWORD, now) : Step.to(counted);
        }
        return end(course, SessionEnd.PROTOCOL, now);
    }

    /** A supporter who sees nothing controls nothing. */
    private static Step leaseOver(Course course, Session session, String lease, LeaseEnd why) {
        Step step = Step.to(course.with(session.takesBack(lease)), new Deed.EndLease(lease, why));
        boolean seen = Optional.ofNullable(session.leases().get(lease))
                .map(sort -> sort.privilege() == Privilege.VIEW_SCREEN)
                .orElse(false);
        return seen ? Timing.endAll(step, Privilege.CONTROL_INPUT, why) : step;
    }

    private static Step end(Course course, SessionEnd why, long now) {
        return Timing.end(course, why, now);
    }

    /** Why no session can begin; empty if one can. Who just had one can request help again at once. */
    public Optional<Reason> mayBegin(Course course) {
        return course.runs() ? Optional.of(Reason.RUNS) : Optional.empty();
    }

    /** Why it cannot be said that the strings are the same; empty if it can. */
    public Optional<Reason> mayCompare(Course course) {
        return course.state() == AUTHENTICATED
                        && course.session().map(one -> !one.guest().compared()).orElse(false)
                ? Optional.empty()
                : Optional.of(Reason.NOT_NOW);
    }

    /** Why control cannot be allowed in spite of a run; empty if it can. */
    public Optional<Reason> mayAllowControl(Course course) {
        return course.state() == AUTHENTICATED
                        && course.session().map(one -> !one.isPractice()).orElse(false)
                ? Optional.empty()
                : Optional.of(Reason.NOT_NOW);
    }

    /** Why what waits cannot be allowed; empty if it can. */
    public Optional<Reason> mayGive(Course before, String request, long now) {
        return asking.mayGive(timing.pass(before, now).course(), request, now);
    }
}
