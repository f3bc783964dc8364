package org.benchconnect.teamviewerbridge.rules;

import static org.benchconnect.core.session.SessionState.AUTHENTICATED;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.teamviewerbridge.rules.Deed.Why;
import org.benchconnect.teamviewerbridge.rules.Happening.Availability;

/** One request at a time, a person's answer to it, and no third time after two noes. */
final class Asking {
    /** The supporter asks. */
    Step asks(Course course, Session session, Happening.Asks asks, long now) {
        Optional<Why> at = refusedAtOnce(session, asks);
        if (at.isEmpty()) {
            Asked asked = new Asked(asks.request(), asks.ask(), now);
            return Step.to(course.with(session.with(session.requests().asks(asked))));
        }
        Session refused = session.with(session.requests().refusedAtOnce());
        if (refused.requests().atOnce() > Limits.AT_ONCE) {
            return Timing.end(course.with(refused), SessionEnd.PROTOCOL, now);
        }
        return Step.to(course.with(refused), new Deed.Refuse(refused, asks.ask(), at.get()));
    }

    private static Optional<Why> refusedAtOnce(Session session, Happening.Asks asks) {
        Ask.Sort sort = asks.ask().sort();
        if (asks.availability() != Availability.ENFORCED) {
            return Optional.of(Why.UNSUPPORTED);
        }
        if (session.requests().waiting().isPresent()) {
            return Optional.of(Why.ONE_AT_A_TIME);
        }
        if (session.requests().isRefusedForGood(sort)) {
            return Optional.of(Why.REFUSED_TWICE);
        }
        return session.leases().containsValue(sort) ? Optional.of(Why.ALLOWED_ALREADY) : Optional.empty();
    }

    /** The person answers. */
    Step answered(Course course, Session session, Happening.OfPerson said, long now) {
        if (said instanceof Happening.Refused refused && waits(session, refused.request())) {
            return no(course, session, Why.PERSON, now);
        }
        if (said instanceof Happening.Proven proven && waits(session, proven.request())) {
            return Step.to(course.with(session.provenFor(proven.request())));
        }
        if (said instanceof Happening.Given given
                && mayGive(course, given.request(), now).isEmpty()) {
            return yes(course, session, given, now);
        }
        return Step.none(course);
    }

    private static boolean waits(Session session, String request) {
        return session.requests()
                .waiting()
                .map(asked -> asked.id().equals(request))
                .orElse(false);
    }

    private Step yes(Course course, Session session, Happening.Given given, long now) {
        Asked asked = session.requests().waiting().orElseThrow();
        Session answered = session.with(session.requests().yes()).active(now);
        return session.isPractice()
                ? next(course, answered, asked, now)
                : Step.to(course.with(answered.gives(given.lease(), asked.ask().sort())));
    }

    /** What waits is refused, by a person or by time. */
    Step no(Course course, Session session, Why why, long now) {
        Asked asked = session.requests().waiting().orElseThrow();
        Session answered = session.with(session.requests().no());
        return session.isPractice()
                ? next(course, answered, asked, now)
                : Step.to(course.with(answered), new Deed.Refuse(answered, asked.ask(), why));
    }

    /** The first request of a practice. */
    Step practise(Course course, Session session, long now) {
        return Step.to(course.with(asked(session, 0, now)));
    }

    private static Step next(Course course, Session session, Asked before, long now) {
        List<Ask> all = Happening.PRACTICE;
        int following = all.indexOf(before.ask()) + 1;
        return following < all.size()
                ? Step.to(course.with(asked(session, following, now)))
                : Timing.end(course.with(session), SessionEnd.PRACTICE, now);
    }

    private static Session asked(Session session, int index, long now) {
        Asked asked = new Asked("000000000000000" + (index + 1), Happening.PRACTICE.get(index), now);
        return session.with(session.requests().asks(asked)).active(now);
    }

    /** Why what waits cannot be allowed; empty if it can. */
    Optional<Reason> mayGive(Course course, String request, long now) {
        Session session = course.running().orElse(null);
        if (session == null || course.state() != AUTHENTICATED) {
            return Optional.of(Reason.NOT_NOW);
        }
        if (!session.guest().compared()) {
            return Optional.of(Reason.NOT_COMPARED);
        }
        if (!waits(session, request)) {
            return Optional.of(Reason.REQUEST_GONE);
        }
        return session.isPractice() ? Optional.empty() : isUnsafe(course, session, request, now);
    }

    private static Optional<Reason> isUnsafe(Course course, Session session, String request, long now) {
        if (!course.companionIsThere(now)) {
            return Optional.of(Reason.NO_COMPANION);
        }
        boolean control = session.requests()
                .waiting()
                .map(asked -> asked.ask().privilege() == Privilege.CONTROL_INPUT)
                .orElse(false);
        if (control && !course.idle() && !session.controlDuringRun()) {
            return Optional.of(Reason.ACQUIRING);
        }
        // A program that the supporter started while control was allowed can click, and knows no PIN.
        boolean proven = session.byPin().filter(request::equals).isPresent();
        return session.controlGiven() && !proven ? Optional.of(Reason.PIN) : Optional.empty();
    }
}
