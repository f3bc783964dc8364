package org.benchconnect.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.text.Language;

/**
 * The operations of the local API on remote sessions. What raises names an open question, and a PIN where one is due; stopping, refusing and taking back need
 * neither, and are never refused for want of a place. How the desktop is may be said by a program that can read {@code run/api} alone: no page keeps permissions alive.
 */
final class RemoteSessionApi {
    /** Not {@code /session}: that is where a page signs in and out. */
    private static final String SUPPORT = Api.ROOT + "/support";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final Unbroken unbroken;

    RemoteSessionApi(Neighbours neighbours, Map<Language, OwnWords> words, Unbroken unbroken) {
        this.neighbours = neighbours;
        this.words = words;
        this.unbroken = unbroken;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", SUPPORT, Access.SIGNED_IN, this::now),
                new Route("DELETE", SUPPORT, Access.SIGNED_IN, this::stop),
                new Route("POST", SUPPORT + "/requests", Access.SIGNED_IN, this::request),
                new Route("POST", SUPPORT + "/practice", Access.SIGNED_IN, this::practice),
                new Route("POST", SUPPORT + "/compared", Access.SIGNED_IN, this::compared),
                new Route("POST", SUPPORT + "/not-the-same", Access.SIGNED_IN, this::notTheSame),
                new Route("POST", SUPPORT + "/leases", Access.SIGNED_IN, this::give),
                new Route("DELETE", SUPPORT + "/leases/{id}", Access.SIGNED_IN, this::end),
                new Route("POST", SUPPORT + "/refusals", Access.SIGNED_IN, this::refuse),
                new Route("POST", SUPPORT + "/control-during-run", Access.SIGNED_IN, this::allowControlDuringRun),
                new Route("POST", SUPPORT + "/desktop", Access.LOCAL_PROGRAM, this::desktop));
    }

    private Reply now(Call call) throws Refused {
        OwnWords own = own(call);
        RemoteSessions sessions = neighbours.sessions();
        return sessions == null ? notHere(own) : Reply.json(200, RemoteSessionView.of(sessions.now(), own));
    }

    private Reply request(Call call) throws Refused {
        return byPin(call, RemoteSessions::request);
    }

    private Reply allowControlDuringRun(Call call) throws Refused {
        return byPin(call, RemoteSessions::allowControlDuringRun);
    }

    private Reply byPin(Call call, WithPin act) throws Refused {
        return byPin(call, Form.of(call, "question", "account", "pin"), act);
    }

    private Reply byPin(Call call, Form form, WithPin act) throws Refused {
        OwnWords own = own(call);
        RemoteSessions sessions = neighbours.sessions();
        if (sessions == null) {
            return notHere(own);
        }
        String question = form.question();
        AccountId account = form.account();
        char[] pin = form.secret("pin");
        return unbroken.raise(() -> answered(own, sessions, () -> act.act(sessions, question, account, pin)), pin);
    }

    private Reply practice(Call call) throws Refused {
        Form.of(call);
        return raise(call, RemoteSessions::practice);
    }

    private Reply compared(Call call) throws Refused {
        String question = Form.of(call, "question").question();
        return raise(call, sessions -> sessions.compared(question));
    }

    private Reply give(Call call) throws Refused {
        if (call.body().has("account") || call.body().has("pin")) {
            return giveByPin(call);
        }
        Form form = Form.of(call, "question", "request");
        String question = form.question();
        String request = form.sessionRequest();
        return raise(call, sessions -> sessions.give(question, request));
    }

    /** Once control was allowed in this session nothing else counts. */
    private Reply giveByPin(Call call) throws Refused {
        Form form = Form.of(call, "question", "request", "account", "pin");
        String request = form.sessionRequest();
        return byPin(call, form, (sessions, question, by, pin) -> sessions.give(question, request, by, pin));
    }

    private Reply raise(Call call, Act act) throws Refused {
        OwnWords own = own(call);
        RemoteSessions sessions = neighbours.sessions();
        return sessions == null ? notHere(own) : unbroken.raise(() -> answered(own, sessions, () -> act.act(sessions)));
    }

    private static Reply.Whole answered(OwnWords own, RemoteSessions sessions, Deed deed) {
        try {
            deed.carryOut();
            return Reply.json(200, RemoteSessionView.of(sessions.now(), own));
        } catch (SessionRefusedException e) {
            return PersonsRefusal.of(e, own);
        } catch (AnswerRefusedException e) {
            return PersonsRefusal.of(e, own);
        } catch (AccountRefusedException e) {
            return PersonsRefusal.of(e, own);
        }
    }

    private Reply stop(Call call) throws Refused {
        return lower(call, RemoteSessions::stop);
    }

    private Reply notTheSame(Call call) throws Refused {
        Form.of(call);
        return lower(call, RemoteSessions::notTheSame);
    }

    private Reply end(Call call) throws Refused {
        String lease = Form.idOfPath(call);
        return lower(call, sessions -> sessions.end(lease));
    }

    private Reply refuse(Call call) throws Refused {
        String request = Form.of(call, "request").sessionRequest();
        return lower(call, sessions -> sessions.refuse(request));
    }

    /** On this thread: it waits for nothing. Without the part of the agent that runs sessions nothing runs that would have to be lowered. */
    private Reply lower(Call call, Lower act) throws Refused {
        OwnWords own = own(call);
        RemoteSessions sessions = neighbours.sessions();
        if (sessions == null) {
            return notHere(own);
        }
        act.lower(sessions);
        return Reply.json(200, RemoteSessionView.of(sessions.now(), own));
    }

    private Reply desktop(Call call) throws Refused {
        Form form = Form.of(call, "state");
        String state = form.text("state", 20);
        Optional<DesktopSession> said = Arrays.stream(DesktopSession.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        DesktopSession desktop = said.orElseThrow(() ->
                new Refused(400, Reason.BAD_REQUEST, "state is one of " + Arrays.toString(DesktopSession.values())));
        RemoteSessions sessions = neighbours.sessions();
        if (sessions != null) {
            sessions.desktop(desktop);
        }
        return Reply.empty(204);
    }

    private static Reply.Whole notHere(OwnWords own) {
        return PersonsRefusal.notRunning("session.notHere", own);
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** Something that a person says with a PIN, within a question. */
    @FunctionalInterface
    private interface WithPin {
        void act(RemoteSessions sessions, String question, AccountId by, char[] pin)
                throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;
    }

    /** Something that raises. */
    @FunctionalInterface
    private interface Act {
        void act(RemoteSessions sessions)
                throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;
    }

    /** The same, with whom it is done. */
    @FunctionalInterface
    private interface Deed {
        void carryOut() throws SessionRefusedException, AnswerRefusedException, AccountRefusedException;
    }

    /** Something that lowers. */
    @FunctionalInterface
    private interface Lower {
        void lower(RemoteSessions sessions);
    }
}
