package org.benchconnect.cli.session;

import static org.benchconnect.cli.session.SessionPrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.benchconnect.cli.account.Agent.Answer;
import org.benchconnect.cli.account.OpenQuestion;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;
import org.jspecify.annotations.Nullable;

/**
 * {@code benchconnect session status|request|give|refuse|end [PERMISSION]|stop|practice}. One PIN opens a session; each permission needs a yes in a whole word;
 * what takes back or stops asks nothing. Exit codes: 0 done; 1 refused or failed with a reason on standard error; 2 usage.
 */
public final class SessionCommand {
    private static final String USAGE =
            "usage: benchconnect session [status|request|give|refuse|end [PERMISSION]|stop|practice] "
                    + PersonOptions.FORM;
    private static final String SUPPORT = "/api/v1/support";
    private static final String PERMISSION = "[0-9a-f]{16}";

    private final Talk talk;

    private SessionCommand(Talk talk) {
        this.talk = talk;
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code session}, without options
     */
    public static int run(Talk talk, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        try {
            return new SessionCommand(talk).run(words);
        } catch (RefusedException e) {
            return talk.refused(e.answer());
        }
    }

    private int run(List<String> words)
            throws IOException, InterruptedException, PersonUsageException, RefusedException {
        String verb = words.isEmpty() ? "status" : words.get(0);
        if (words.size() == 2 && verb.equals("end") && words.get(1).matches(PERMISSION)) {
            return lower("DELETE", "/leases/" + words.get(1));
        }
        if (words.size() > 1) {
            throw new PersonUsageException(USAGE);
        }
        return switch (verb) {
            case "status" -> show(talk.ask(SUPPORT));
            case "request" -> request();
            case "give" -> give();
            case "refuse" -> refuse();
            case "end" -> endAll();
            case "stop" -> lower("DELETE", "");
            case "practice" -> lower("POST", "/practice");
            default -> throw new PersonUsageException(USAGE);
        };
    }

    private int show(JsonObject view) {
        if (talk.json()) {
            talk.out().println(view);
        } else {
            SessionPrinter.lines(view, talk.language()).forEach(talk.out()::println);
        }
        return 0;
    }

    private int request() throws IOException, InterruptedException, RefusedException {
        talk.say(SessionPhrase.WILL_REQUEST.in(talk.language()));
        return show(byPin("/requests", new JsonObject()));
    }

    private JsonObject byPin(String path, JsonObject body) throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            return talk.well(question.answer("POST", SUPPORT + path, body, secrets))
                    .body();
        }
    }

    /** Shows what is asked with its warning, and asks for a yes in a whole word; control while the instrument may measure, and all after control, ask for a PIN as well. */
    private int give() throws IOException, InterruptedException, RefusedException {
        JsonObject view = talk.ask(SUPPORT);
        if (!SessionPrinter.asks(view)) {
            talk.err().println("benchconnect: " + SessionPhrase.NO_QUESTION.in(talk.language()));
            return 1;
        }
        SessionPrinter.question(view, talk.language()).forEach(talk::say);
        Answer answer = yes(view);
        if (answer == null) {
            talk.err().println("benchconnect: " + Phrase.NOT_ALLOWED.in(talk.language()));
            return 1;
        }
        if (isReason(answer, "ACQUIRING")) {
            talk.say(answer.reason());
            byPin("/control-during-run", new JsonObject());
            answer = yes(view);
        }
        if (answer == null) {
            talk.err().println("benchconnect: " + Phrase.NOT_ALLOWED.in(talk.language()));
            return 1;
        }
        if (isReason(answer, "PIN")) { // control was allowed in this session: a yes was said, now who says it
            talk.say(answer.reason());
            return show(byPin("/leases", request(view)));
        }
        return show(talk.well(answer).body());
    }

    private static boolean isReason(Answer answer, String reason) {
        return answer.body().has("reason") && text(answer.body(), "reason").equals(reason);
    }

    private static JsonObject request(JsonObject view) {
        JsonObject body = new JsonObject();
        body.addProperty("request", text(view.getAsJsonObject("request"), "id"));
        return body;
    }

    /** What the agent says to a yes; null if there was none. */
    private @Nullable Answer yes(JsonObject view) throws IOException, InterruptedException, RefusedException {
        boolean request = SessionPrinter.isRequest(view);
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets none = new Secrets()) {
            String prompt = request ? Phrase.YES.in(talk.language()) : SessionPhrase.YES_SAME.in(talk.language());
            if (!talk.person().agrees(prompt)) {
                return null;
            }
            JsonObject body = request ? request(view) : new JsonObject();
            return question.answer("POST", SUPPORT + (request ? "/leases" : "/compared"), body, none);
        }
    }

    private int refuse() throws IOException, InterruptedException, RefusedException {
        JsonObject view = talk.ask(SUPPORT);
        if (SessionPrinter.isRequest(view)) {
            return show(send("POST", "/refusals", request(view)));
        }
        return SessionPrinter.isString(view) ? lower("POST", "/not-the-same") : show(view);
    }

    private int endAll() throws IOException, InterruptedException, RefusedException {
        JsonObject view = talk.ask(SUPPORT);
        for (JsonElement each : view.getAsJsonArray("permissions")) {
            view = send("DELETE", "/leases/" + text(each.getAsJsonObject(), "lease"), new JsonObject());
        }
        return show(view);
    }

    private int lower(String method, String path) throws IOException, InterruptedException, RefusedException {
        return show(send(method, path, new JsonObject()));
    }

    private JsonObject send(String method, String path, JsonObject body)
            throws IOException, InterruptedException, RefusedException {
        try (Secrets none = new Secrets()) {
            return talk.well(talk.agent().carryOut(method, SUPPORT + path + "?lang=" + talk.language(), body, none))
                    .body();
        }
    }
}
