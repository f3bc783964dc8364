package org.benchconnect.teamviewerbridge.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.Leases;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.LastSession;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.rules.Deed;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what the rules decided. All of it lowers: effect first, then the ledger, then the disk; and one that fails keeps no other from being done. */
final class Consequences {
    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    private final Around around;
    private final Notes notes;
    private final Map<String, Live> lives;
    private final LastSessionFile file;
    private final Executor writing;
    private final Runnable changed;
    private volatile Optional<LastSession> last;
    private @Nullable Conduct conduct;

    Consequences(
            Around around,
            Notes notes,
            Map<String, Live> lives,
            LastSessionFile file,
            Executor writing,
            Runnable changed) {
        this.around = around;
        this.notes = notes;
        this.lives = lives;
        this.file = file;
        this.writing = writing;
        this.changed = changed;
        Optional<LastSessionText> kept = file.read();
        this.last = kept.map(LastSessionText::last);
        kept.filter(one -> !one.over()).ifPresent(this::endedWithTheAgent);
    }

    /** Whom it tells. */
    void of(Conduct telling) {
        conduct = telling;
    }

    /** What runs in memory only ended with it; the ledger is to say so. */
    private void endedWithTheAgent(LastSessionText open) {
        notes.note(Written.of(EventKind.SESSION_ENDED, open.last().session())
                .with(Detail.REASON, SessionEnd.AGENT_ENDED.name()));
        writing.execute(() -> file.write(new LastSessionText(true, open.last())));
    }

    Optional<LastSession> last() {
        return last;
    }

    void carryOut(List<Deed> deeds) {
        for (Deed deed : deeds) {
            try {
                carryOut(deed);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("what the rules of remote sessions decided was not carried out cleanly", e);
            }
        }
    }

    private void carryOut(Deed deed) {
        if (deed instanceof Deed.Cut cut) {
            end(cut.session(), cut.why());
        } else if (deed instanceof Deed.EndLease end) {
            lives.values().stream().map(live -> live.leases().get(end.lease())).forEach(lease -> end(lease, end.why()));
        } else if (deed instanceof Deed.Refuse refuse) {
            refuse(refuse);
        }
    }

    private static void end(@Nullable Lease lease, LeaseEnd why) {
        if (lease != null) {
            lease.end(why);
        }
    }

    private void refuse(Deed.Refuse refuse) {
        Live live = lives.get(refuse.session().id());
        Engine engine = live == null ? null : live.engine().orElse(null);
        if (live == null || engine == null) {
            return;
        }
        Enforcement by = around.enforcement(engine, refuse.ask().privilege());
        notes.note(Written.about(EventKind.LEASE_REFUSED, live.id(), who(refuse.session()), engine, refuse.ask(), by)
                .with(Detail.REASON, refuse.why().name()));
        try {
            live.running().ifPresent(running -> running.refused(refuse.ask().privilege()));
        } catch (RuntimeException | LinkageError e) {
            failed(live, "an engine cannot tell a no", e);
        }
    }

    private static Optional<Supporter> who(Session session) {
        return session.guest().supporter().map(one -> one.supporter());
    }

    /**
     * Everything of it is cut when this returns: the engine first, which waits for nobody, then the leases. An engine whose bundle just went may find its own classes
     * gone: that keeps no lease alive.
     */
    void cut(Live live) {
        cut(live, Live::cut);
    }

    /** The same, and the supporter may be told why. */
    void cut(Live live, SessionEnd why) {
        cut(live, one -> one.cut(why));
    }

    private void cut(Live live, Consumer<Live> how) {
        try {
            how.accept(live);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("an engine did not cut cleanly", e);
        } finally {
            endLeases(live);
        }
    }

    private void endLeases(Live live) {
        try {
            Leases leases = around.leases().get();
            if (leases != null) {
                leases.endSession(live.id(), LeaseEnd.SESSION_ENDED);
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the leases of a session did not end cleanly", e);
        } finally {
            live.leases().values().forEach(lease -> end(lease, LeaseEnd.SESSION_ENDED));
        }
    }

    private void end(Session session, SessionEnd why) {
        Live live = lives.get(session.id());
        if (live == null) {
            return;
        }
        cut(live);
        lives.remove(session.id());
        if (conduct != null) {
            conduct.tell(new Happening.Cleared(session.id()));
        }
        if (!session.isPractice()) {
            record(live, session, why);
        }
    }

    private void record(Live live, Session session, SessionEnd why) {
        LastSession ended = lastOf(live, live.clock().lasted(), who(session), why);
        last = Optional.of(ended);
        changed.run();
        writing.execute(() -> {
            boolean unexplained = why == SessionEnd.AGENT_ENDED || why == SessionEnd.FAILED;
            SessionEnd known = unexplained && wasWithdrawn(live) ? SessionEnd.WITHDRAWN : why;
            notes.note(Written.ended(session.id(), who(session), known));
            LastSession whole = lastOf(live, ended.lasted(), who(session), known);
            last = Optional.of(whole);
            file.write(new LastSessionText(true, whole));
            changed.run();
        });
    }

    private boolean wasWithdrawn(Live live) {
        try {
            return live.engine().map(Engine::feature).filter(around.withdrawn()).isPresent();
        } catch (RuntimeException e) {
            LOG.debug("nobody says whether a consent was withdrawn", e);
            return false;
        }
    }

    private static LastSession lastOf(Live live, Duration lasted, Optional<Supporter> who, SessionEnd why) {
        return new LastSession(
                live.id(),
                live.clock().began(),
                lasted,
                who.map(Supporter::certificate),
                who.map(Supporter::name),
                why);
    }

    /** A session begins: if the agent dies in it, the next start knows. */
    void begins(Live live) {
        LastSessionText open =
                new LastSessionText(false, lastOf(live, Duration.ZERO, Optional.empty(), SessionEnd.AGENT_ENDED));
        writing.execute(() -> file.write(open));
    }

    /** An error ends the session. */
    void failed(Live live, String what, Throwable e) {
        LOG.warn("{}: the session ends", what, e);
        cut(live);
        if (conduct != null) {
            conduct.tell(live.id(), new Happening.Failed(SessionEnd.FAILED));
        }
    }
}
