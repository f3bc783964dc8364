package org.benchconnect.cli.consent;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.benchconnect.cli.account.Agent.Answer;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;

/**
 * {@code benchconnect consent list|give REQUEST|refuse REQUEST|not-now REQUEST|withdraw FEATURE}. A feature's name in place of a request asks for the consent
 * to it. What takes something back asks nothing. Exit codes: 0 done; 1 refused or failed with a reason on standard error; 2 usage.
 */
public final class ConsentCommand {
    private static final String USAGE =
            "usage: benchconnect consent [list|give REQUEST|FEATURE [--newer-versions]|refuse REQUEST|not-now REQUEST|withdraw FEATURE] "
                    + PersonOptions.FORM;
    private static final String REQUESTS = "/api/v1/consents/requests";
    private static final String REQUEST = "[0-9a-f]{16}";
    private static final String FEATURE = "[a-z][a-z0-9.-]{0,79}";
    private static final Duration PATIENCE = Duration.ofMinutes(32);

    private final Talk talk;

    private ConsentCommand(Talk talk) {
        this.talk = talk;
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code consent}, without options
     */
    public static int run(Talk talk, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        try {
            return new ConsentCommand(talk).run(words);
        } catch (RefusedException e) {
            return talk.refused(e.answer());
        }
    }

    private int run(List<String> words)
            throws IOException, InterruptedException, PersonUsageException, RefusedException {
        String verb = words.isEmpty() ? "list" : words.get(0);
        if (verb.equals("list") && words.size() <= 1) {
            return list();
        }
        String what = words.size() == 2 ? words.get(1) : "";
        boolean request = what.matches(REQUEST);
        boolean feature = !request && what.matches(FEATURE);
        switch (verb) {
            case "give":
                if (request) {
                    return GiveConsent.ask(talk, talk.ask(REQUESTS + "/" + what));
                }
                if (feature) {
                    return giveTo(what);
                }
                break;
            case "refuse", "not-now":
                if (request) {
                    return lower(REQUESTS + "/" + what + "/" + verb);
                }
                break;
            case "withdraw":
                if (feature) {
                    return lower("/api/v1/consents/" + what + "/withdraw");
                }
                break;
            default:
        }
        throw new PersonUsageException(USAGE);
    }

    private int giveTo(String feature) throws IOException, InterruptedException, RefusedException {
        for (JsonElement each : talk.ask("/api/v1/consents").getAsJsonArray("features")) {
            if (text(each.getAsJsonObject().getAsJsonObject("feature"), "name").equals(feature)) {
                return GiveConsent.ask(talk, asked(feature));
            }
        }
        talk.err().println("benchconnect: " + Phrase.NO_FUNCTION.in(talk.language()));
        return 1;
    }

    private JsonObject asked(String feature) throws IOException, InterruptedException, RefusedException {
        JsonObject body = new JsonObject();
        body.addProperty("feature", feature);
        return talk.well(talk.agent().send(REQUESTS + "?lang=" + talk.language(), body, PATIENCE))
                .body();
    }

    /** No PIN, no question, no waiting: it lowers rights. Somebody may say who. */
    private int lower(String path) throws IOException, InterruptedException, RefusedException {
        JsonObject body = new JsonObject();
        if (talk.options().account().isPresent()) {
            body.addProperty("account", talk.who());
        }
        try (Secrets none = new Secrets()) {
            Answer answer = talk.agent().carryOut("POST", path + "?lang=" + talk.language(), body, none);
            return talk.done(answer, answer.body().has("text") ? answer.reason() : Phrase.DONE.in(talk.language()));
        }
    }

    private int list() throws IOException, InterruptedException, RefusedException {
        JsonObject all = talk.ask("/api/v1/consents");
        if (talk.json()) {
            talk.out().println(all);
            return 0;
        }
        for (JsonElement each : all.getAsJsonArray("requests")) {
            JsonObject request = each.getAsJsonObject();
            talk.say(text(request, "question"));
            talk.say("  " + text(request, "stateText") + " " + text(request, "roleText"));
            talk.say("  " + Phrase.ANSWER.in(talk.language()) + " benchconnect consent give|refuse|not-now "
                    + text(request, "id"));
        }
        if (all.getAsJsonArray("requests").isEmpty()) {
            talk.say(Phrase.NOTHING);
        }
        for (JsonElement each : all.getAsJsonArray("features")) {
            JsonObject needs = each.getAsJsonObject();
            JsonObject feature = needs.getAsJsonObject("feature");
            talk.say("");
            talk.say(text(feature, "title") + " (" + text(feature, "name") + ") " + text(feature, "version"));
            talk.say("  " + text(needs, "text"));
            if (needs.has("consent") && needs.get("consent").isJsonObject()) {
                JsonObject consent = needs.getAsJsonObject("consent");
                talk.say("  " + text(consent, "text"));
                talk.say("  " + text(consent, "newerText"));
            }
        }
        if (all.has("frozen") && all.get("frozen").isJsonObject()) {
            talk.say("");
            talk.say(text(all.getAsJsonObject("frozen"), "text"));
        }
        return 0;
    }

    private static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }
}
