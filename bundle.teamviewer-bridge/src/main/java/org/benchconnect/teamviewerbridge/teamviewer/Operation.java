package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what {@link Steering} decides. The lock is held for moments only; programs are run and the rules are told without it. */
final class Operation {
    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);
    private static final long STALE = 10_000_000_000L; // nanoseconds: a look that is older says nothing
    private static final long STALE_WITHOUT_CLIENT = 6 * STALE;
    private static final String UNNAMED = "teamviewer";

    private final Pc pc;
    private final Looking looking;
    private final Telling telling;
    private final LogIntake log;
    private final LongSupplier nanos;
    private final Executor stopping;
    private final Steering steering; // guarded by this
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile Readiness readiness = Readiness.UNREAD;
    private volatile Look look = Look.BLIND;
    private volatile boolean looked;
    private @Nullable Visit visit; // guarded by this
    private int stops; // guarded by this; how often a stop was asked for in a row

    /**
     * Of this PC.
     *
     * @param stopping where a stop is asked for, which may take seconds: never the thread that looks
     */
    Operation(Pc pc, Steering steering, Telling telling, LogIntake log, LongSupplier nanos, Executor stopping) {
        this.pc = pc;
        this.looking = new Looking(pc);
        this.steering = steering;
        this.telling = telling;
        this.log = log;
        this.nanos = nanos;
        this.stopping = stopping;
    }

    /** What was read last. */
    Readiness readiness() {
        return readiness;
    }

    /** What was seen last; nothing if that is too long ago. */
    Look seen() {
        long most = readiness.client().installed() ? STALE : STALE_WITHOUT_CLIENT;
        return looked && nanos.getAsLong() - lookedAt.get() < most ? look : Look.BLIND;
    }

    /** Who can reach this desktop; while connections are being ended, they still can. */
    Reach reach() {
        boolean ending;
        synchronized (this) {
            ending = steering.isStopping();
        }
        Look seen = seen();
        return ending && seen.service() != ServiceState.STOPPED ? Reach.DELEGATED : seen.reach();
    }

    /** Opens the way in: from now on who comes was asked for. */
    Engine.Running begin(Visit begins) throws EngineException {
        synchronized (this) {
            if (!readiness.hindrances().isEmpty() || visit != null) {
                throw new EngineException("the client is not ready, or a visit runs");
            }
            visit = begins;
            steering.invited();
        }
        log.asked(begins.session());
        telling.well(
                TeamViewerCode.TEAMVIEWER_NOT_REQUESTED,
                TeamViewerCode.TEAMVIEWER_FILES,
                TeamViewerCode.TEAMVIEWER_LOG_LINES);
        return new Delegated(() -> cut(begins));
    }

    /** The readiness was read again. A visit does not outlive it. */
    void ready(Readiness now) {
        readiness = now;
        if (!now.hindrances().isEmpty()) {
            running().ifPresent(one -> one.ended(SessionEnd.DESKTOP));
        }
    }

    /** Looks once and does what follows. */
    void tick() throws InterruptedException {
        log.look();
        boolean busy;
        synchronized (this) {
            busy = steering.isBusy();
        }
        Look now = looking.look(nanos.getAsLong(), busy);
        List<Act> acts;
        synchronized (this) {
            look = now;
            looked = true;
            lookedAt.set(nanos.getAsLong());
            acts = steering.on(now, readiness.hindrances().isEmpty(), nanos.getAsLong());
        }
        for (Act act : acts) {
            act(act);
        }
        if (now.isConnected()) {
            // The client does not say whether anything is done: its own limit counts, and our four hours.
            running().ifPresent(Visit::active);
        }
        stopped();
    }

    private void act(Act act) throws InterruptedException {
        switch (act) {
            case JOINED -> joined();
            case LEFT -> running().ifPresent(one -> one.ended(SessionEnd.SUPPORTER_LEFT));
            case TELL_UNEXPECTED, REFUSE_UNEXPECTED -> unexpected(act);
            case START -> {
                if (!pc.start()) {
                    LOG.warn("the system did not take the start of TeamViewer's service");
                }
            }
            case STOP -> askToStop();
        }
    }

    private void unexpected(Act act) {
        telling.note(Entries.unexpected(UNNAMED));
        if (act == Act.REFUSE_UNEXPECTED) {
            telling.note(Entries.refused(UNNAMED));
        }
        telling.raise(TeamViewerCode.TEAMVIEWER_NOT_REQUESTED, Severity.FAULT);
    }

    private void joined() {
        Optional<Visit> one = running();
        try {
            if (one.isPresent()) {
                one.get().joined();
            }
        } catch (VisitOverException e) {
            cut(one.get());
        }
    }

    private synchronized Optional<Visit> running() {
        return Optional.ofNullable(visit);
    }

    /** Waits for nothing: the stop is asked for on a thread of its own, again and again until it is seen. */
    private void cut(Visit which) {
        synchronized (this) {
            if (visit != which) {
                return;
            }
            visit = null;
            steering.cut(nanos.getAsLong());
        }
        log.over(which.session());
        askToStop();
    }

    private void askToStop() {
        synchronized (this) {
            stops++;
            if (stops == 3) {
                telling.raise(TeamViewerCode.TEAMVIEWER_NOT_STOPPED, Severity.FAULT);
            }
        }
        stopping.execute(() -> {
            try {
                if (!pc.stop()) {
                    LOG.warn("the system did not take the stop of TeamViewer's service");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void stopped() {
        boolean first;
        synchronized (this) {
            first = !steering.isStopping() && stops >= 3;
            stops = steering.isStopping() ? stops : 0;
        }
        if (first) {
            telling.well(TeamViewerCode.TEAMVIEWER_NOT_STOPPED);
        }
    }

    /** The feature ends: so does a visit. */
    void close() {
        running().ifPresent(this::cut);
    }

    @Override
    public String toString() {
        return "TeamViewer: " + seen();
    }
}
