package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.console.http.SessionCookie;
import org.benchconnect.console.http.Sessions;
import org.benchconnect.console.http.SignInCodes;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.StoreException;

/** The operations of the local API, as {@code openapi.json} documents them. */
final class Api {
    static final String ROOT = "/api/v1";
    private static final int PATIENCE_SECONDS = 5;

    private final Neighbours neighbours;
    private final Describer describer;
    private final Live live;
    private final SignInCodes codes;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final byte[] document;

    Api(
            Neighbours neighbours,
            Describer describer,
            Live live,
            SignInCodes codes,
            Sessions sessions,
            SessionCookie cookie,
            byte[] document) {
        this.neighbours = neighbours;
        this.describer = describer;
        this.live = live;
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
                new Route("GET", ROOT + "/status", Access.SIGNED_IN, this::status),
                new Route("GET", ROOT + "/notices", Access.SIGNED_IN, this::notices),
                new Route("POST", ROOT + "/notices/{id}/acknowledge", Access.SIGNED_IN, this::acknowledge),
                new Route("GET", ROOT + "/events", Access.SIGNED_IN, this::events));
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

    private Reply notices(Call call) throws Refused {
        String state = call.query().getOrDefault("state", "active");
        int limit = call.number("limit", 1, 1000, 100);
        Notifications notifications = notifications();
        try {
            List<Notification> found =
                    switch (state) {
                        case "active" ->
                            notifications.active().stream().limit(limit).toList();
                        case "history" -> notifications.history(limit);
                        default -> throw new Refused(400, Reason.BAD_REQUEST, "state is active or history");
                    };
            return Reply.json(200, Map.of("notices", describer.notices(found, call.language())));
        } catch (StoreException e) {
            throw new Refused(503, Reason.NOT_AVAILABLE, "The database cannot be read now");
        }
    }

    private Reply acknowledge(Call call) throws Refused, InterruptedException {
        String id = call.variables().getOrDefault("id", "");
        if (!id.matches("[0-9]{1,18}")) {
            throw new Refused(404, Reason.NOT_FOUND, "A notice's id is a number");
        }
        try {
            Notification notice = notifications()
                    .acknowledge(Long.parseLong(id))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .orElseThrow(() -> new Refused(404, Reason.NOT_FOUND, "No notice of this id is open"));
            return Reply.json(200, describer.notice(notice, call.language()));
        } catch (StoreException | ExecutionException | TimeoutException e) {
            throw new Refused(503, Reason.NOT_AVAILABLE, "The database cannot be written now");
        }
    }

    private Reply events(Call call) throws Refused {
        var language = call.language();
        return new Reply.Events(sink -> live.stream(language, sink));
    }

    private Notifications notifications() throws Refused {
        Notifications notifications = neighbours.notifications();
        if (notifications == null) {
            throw new Refused(503, Reason.NOT_AVAILABLE, "The notification client is not running");
        }
        return notifications;
    }

    private record CodeView(String code, Instant expires) {}
}
