package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.console.http.SessionCookie;
import org.benchconnect.console.http.Sessions;
import org.benchconnect.console.http.SignInCodes;

/** Signing in, the document, and how the agent is; with those of the other classes the operations of the local API, as {@code openapi.json} documents them. */
final class Api {
    static final String ROOT = "/api/v1";

    private final Describer describer;
    private final SignInCodes codes;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final byte[] document;

    Api(Describer describer, SignInCodes codes, Sessions sessions, SessionCookie cookie, byte[] document) {
        this.describer = describer;
        this.codes = codes;
        this.sessions = sessions;
        this.cookie = cookie;
        this.document = document;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", ROOT + "/openapi.json", Access.ANYBODY, call -> document()),
                new Route("POST", ROOT + "/sign-in-codes", Access.LOCAL_PROGRAM, call -> issueCode()),
                new Route("POST", ROOT + "/session", Access.OWN_PAGE, this::signIn),
                new Route("DELETE", ROOT + "/session", Access.SIGNED_IN, this::signOut),
                new Route("GET", ROOT + "/status", Access.SIGNED_IN, this::status));
    }

    private Reply document() {
        return Reply.content("application/json; charset=utf-8", document);
    }

    private Reply issueCode() throws Refused {
        SignInCodes.Issued issued =
                codes.issue().orElseThrow(() -> new Refused(429, Reason.TOO_MANY, "Too many codes wait to be used"));
        return Reply.json(201, new CodeView(issued.code().reveal(), issued.expires()));
    }

    private Reply signIn(Call call) throws Refused {
        Optional<String> code = call.secrets().take("code").map(String::new);
        if (code.isEmpty()) {
            throw new Refused(400, Reason.BAD_REQUEST, "The body is {\"code\": \"...\"}");
        }
        if (!codes.redeem(code.get())) {
            throw new Refused(401, Reason.BAD_CODE, "This code is unknown, was used, or is too old");
        }
        return Reply.empty(204).with("Set-Cookie", cookie.begin(sessions.open().cookie()));
    }

    private Reply signOut(Call call) {
        Sessions.Session session = call.session();
        if (session != null) {
            sessions.close(session);
        }
        return Reply.empty(204).with("Set-Cookie", cookie.end());
    }

    private Reply status(Call call) throws Refused {
        return Reply.json(200, describer.status(call.language()));
    }

    private record CodeView(String code, Instant expires) {}
}
