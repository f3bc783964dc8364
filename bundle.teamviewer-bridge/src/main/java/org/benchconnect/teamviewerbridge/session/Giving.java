package org.benchconnect.teamviewerbridge.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.rules.Ask;
import org.benchconnect.teamviewerbridge.rules.Happening;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.rules.Session;

/**
 * What a person allows, by a click or by a PIN: a lease in the ledger and in force, then the rules once more, and only then the engine learns of it. In a practice the same
 * without a lease.
 */
final class Giving {
    private final Raising raising;
    private final Conduct conduct;
    private final Consequences consequences;
    private final Map<String, Live> lives;
    private final Limits limits;

    Giving(Raising raising, Conduct conduct, Consequences consequences, Map<String, Live> lives, Limits limits) {
        this.raising = raising;
        this.conduct = conduct;
        this.consequences = consequences;
        this.lives = lives;
        this.limits = limits;
    }

    void byClick(String question, String request) throws SessionRefusedException, AnswerRefusedException {
        try (Raising.Answering answering = raising.answering(question)) {
            give(question, request, Optional.empty());
        }
    }

    /** Wipes the PIN. */
    void byPin(String question, String request, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        try (Raising.Answering answering = raising.answering(question)) {
            Session session = conduct.running();
            raising.check(by, pin);
            conduct.tell(session.id(), new Happening.Proven(request));
            give(question, request, Optional.of(by));
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private void give(String question, String request, Optional<AccountId> by)
            throws SessionRefusedException, AnswerRefusedException {
        Conduct.refuseIf(conduct.mayGive(request));
        Session session = conduct.running();
        if (session.isPractice()) {
            raising.byClick(question, true, Written.of(EventKind.LEASE_GIVEN, session.id()));
            conduct.count(session, new Happening.Given(request, ""));
            return;
        }
        Live live = lives.get(session.id());
        if (live == null) {
            throw new SessionRefusedException(Reason.NOT_NOW);
        }
        lease(live, session, question, request, by);
    }

    private void lease(Live live, Session session, String question, String request, Optional<AccountId> by)
            throws SessionRefusedException, AnswerRefusedException {
        Engine.Running running = live.running().orElseThrow(() -> new SessionRefusedException(Reason.NOT_NOW));
        Lease lease = raising.lease(question, asked(live, session, request), by);
        live.leases().put(lease.id(), lease); // first, so that whatever ends the session finds it
        if (!conduct.tell(live.id(), new Happening.Given(request, lease.id()))) {
            live.leases().remove(lease.id());
            lease.end(LeaseEnd.SESSION_ENDED);
            throw new SessionRefusedException(Reason.REQUEST_GONE);
        }
        lease.onEnd(() -> {
            live.leases().remove(lease.id());
            conduct.tell(new Happening.LeaseOver(lease.id()));
        });
        try {
            live.files().given(lease); // first, so that its first byte finds it
            running.given(lease);
        } catch (RuntimeException | LinkageError e) {
            consequences.failed(live, "an engine cannot take a lease", e);
            throw new SessionRefusedException(Reason.NOT_NOW);
        }
    }

    /** What was asked, not what somebody says was: nothing of it comes from the click. */
    private LeaseRequest asked(Live live, Session session, String request) throws SessionRefusedException {
        Ask ask = session.requests()
                .waiting()
                .filter(one -> one.id().equals(request))
                .orElseThrow(() -> new SessionRefusedException(Reason.REQUEST_GONE))
                .ask();
        Supporter supporter = session.guest()
                .supporter()
                .orElseThrow(() -> new SessionRefusedException(Reason.NOT_NOW))
                .supporter();
        Engine engine = live.engine().orElseThrow(() -> new SessionRefusedException(Reason.NOT_NOW));
        Duration left = limits.longest().minus(live.clock().lasted());
        if (left.isNegative() || left.isZero()) {
            throw new SessionRefusedException(Reason.NOT_NOW);
        }
        return new LeaseRequest(
                live.id(),
                supporter.name(),
                Features.of(engine, ask.privilege()),
                ask.privilege(),
                ask.clipboard(),
                ask.file(),
                left);
    }
}
