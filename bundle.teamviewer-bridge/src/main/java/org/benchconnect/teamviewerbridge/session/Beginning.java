package org.benchconnect.teamviewerbridge.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.rules.Session;

/** How a session begins: a person's PIN, the ledger, the rules, the engine, in this order. */
final class Beginning {
    private final Around around;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Raising raising;
    private final Conduct conduct;
    private final Consequences consequences;
    private final CountedTries tries;
    private final Notes notes;
    private final Map<String, Live> lives;

    Beginning(
            Around around,
            Sessions.Settings settings,
            Raising raising,
            Conduct conduct,
            Consequences consequences,
            CountedTries tries,
            Notes notes,
            Map<String, Live> lives) {
        this.around = around;
        this.clock = settings.clock();
        this.nanos = settings.nanos();
        this.raising = raising;
        this.conduct = conduct;
        this.consequences = consequences;
        this.tries = tries;
        this.notes = notes;
        this.lives = lives;
    }

    /** The PIN, the ledger, then the rules: an invitation that no engine knows yet. */
    Live requested(Prospect prospect, String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        Engine engine = prospect.engine().orElseThrow();
        boolean enforced = Features.enforces(engine);
        if (!enforced && !conduct.course().companionIsThere(nanos.getAsLong())) {
            throw new SessionRefusedException(Reason.NO_COMPANION);
        }
        String id = Words.session();
        Instant asked =
                raising.byPin(question, by, pin, Written.began(EventKind.HELP_REQUESTED, id, Optional.empty(), engine));
        SessionClock time = time(asked);
        Invitation invitation = new Invitation(
                enforced ? Optional.of(Words.code()) : Optional.empty(),
                enforced ? Optional.of(Words.password()) : Optional.empty(),
                time.began().plus(Limits.INVITATION),
                prospect.support().orElseThrow().telephone());
        Live live = new Live(id, Optional.of(engine), prospect.support(), invitation, time);
        lives.put(id, live);
        if (!conduct.tell(new Happening.Requested(id, enforced ? Session.Way.ENFORCED : Session.Way.DELEGATED))) {
            lives.remove(id);
            throw new SessionRefusedException(Reason.RUNS);
        }
        return live;
    }

    /** The clock of a session never shows less than the ledger did. */
    SessionClock time(Instant least) {
        Instant said = clock.instant();
        return new SessionClock(said.isBefore(least) ? least : said, nanos.getAsLong(), clock, nanos);
    }

    /** The engine opens the way in; whatever keeps it from doing so ends the session. */
    void begin(Live live, BooleanSupplier closed) {
        try {
            consequences.begins(live);
            if (closed.getAsBoolean()) {
                throw new EngineException("remote support ends");
            }
            Engine engine = live.engine().orElseThrow();
            if (!around.engines().get().contains(engine)) { // whoever goes from here on finds the session and cuts it
                throw new EngineException("the engine went away");
            }
            live.runs(engine.begin(new HostedVisit(live, conduct, around, tries, notes, consequences)));
            if (live.isCut()) {
                conduct.tell(
                        live.id(), new Happening.Failed(SessionEnd.STOPPED)); // stopped in the moment in which it began
            }
        } catch (EngineException | RuntimeException | LinkageError e) {
            consequences.failed(live, "an engine cannot begin", e);
        }
    }
}
