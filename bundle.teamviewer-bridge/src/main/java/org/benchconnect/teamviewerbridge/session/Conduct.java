package org.benchconnect.teamviewerbridge.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.teamviewerbridge.rules.Course;
import org.benchconnect.teamviewerbridge.rules.Deed;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Rules;
import org.benchconnect.teamviewerbridge.rules.Session;
import org.benchconnect.teamviewerbridge.rules.Step;

/** Holds the state. The lock is held while the rules think, never while anything is done: deeds are done by the caller's thread after it. */
final class Conduct {
    private final Rules rules;
    private final LongSupplier nanos;
    private final Consumer<List<Deed>> doing;
    private final Runnable changed;
    private final AtomicLong active = new AtomicLong(Long.MIN_VALUE);
    private Course course = Course.BEGINNING; // guarded by this

    Conduct(Rules rules, LongSupplier nanos, Consumer<List<Deed>> doing, Runnable changed) {
        this.rules = rules;
        this.nanos = nanos;
        this.doing = doing;
        this.changed = changed;
    }

    /** Something happened; what follows from it is done when this returns. Returns whether it counted. */
    boolean tell(Happening what) {
        return tell(Optional.empty(), what);
    }

    /** The same within this session alone: what is told late counts for no other. */
    boolean tell(String session, Happening what) {
        return tell(Optional.of(session), what);
    }

    private boolean tell(Optional<String> session, Happening what) {
        Step step;
        boolean differs;
        synchronized (this) {
            if (session.isPresent() && !runs(session.get())) {
                return false;
            }
            Course before = rules.active(course, active.get());
            step = rules.on(before, what, nanos.getAsLong());
            differs = !step.course().equals(course);
            course = step.course();
        }
        doing.accept(step.deeds());
        if (differs) {
            changed.run();
        }
        return step.taken();
    }

    /** The supporter did something. Waits for nothing. */
    void active() {
        active.set(nanos.getAsLong());
    }

    synchronized Course course() {
        return course;
    }

    /** Whether the session of this id runs. */
    boolean runs(String session) {
        return course().running().map(one -> one.id().equals(session)).orElse(false);
    }

    /** The session that runs; who needs one and finds none is refused. */
    Session running() throws SessionRefusedException {
        return course().running().orElseThrow(() -> new SessionRefusedException(Reason.NOT_NOW));
    }

    /** What a person said. The session could have ended while the ledger was written: then nothing counts. */
    void count(Session session, Happening.OfPerson said) throws SessionRefusedException {
        if (!tell(session.id(), said)) {
            throw new SessionRefusedException(Reason.NOT_NOW);
        }
    }

    static void refuseIf(Optional<Reason> reason) throws SessionRefusedException {
        if (reason.isPresent()) {
            throw new SessionRefusedException(reason.get());
        }
    }

    long nanos() {
        return nanos.getAsLong();
    }

    Optional<Reason> mayBegin() {
        return rules.mayBegin(course());
    }

    Optional<Reason> mayCompare() {
        return rules.mayCompare(course());
    }

    Optional<Reason> mayAllowControl() {
        return rules.mayAllowControl(course());
    }

    Optional<Reason> mayGive(String request) {
        return rules.mayGive(course(), request, nanos.getAsLong());
    }
}
