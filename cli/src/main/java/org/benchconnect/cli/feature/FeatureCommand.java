package org.benchconnect.cli.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Agent.Answer;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.GiveConsent;

/**
 * {@code benchconnect feature list|show SOURCE [NAME]|install SOURCE [NAME]|remove NAME}. What installs asks a person first. Exit codes: 0 done or nothing to
 * do; 1 refused, not allowed or failed, with the reason on standard error; 2 usage. With {@code --json} a refusal is printed as JSON too, and what a person
 * reads goes to standard error.
 */
public final class FeatureCommand {
    private static final String USAGE =
            "usage: benchconnect feature [list|show SOURCE [NAME]|install SOURCE [NAME] [--newer-versions]|remove NAME] "
                    + PersonOptions.FORM;
    /** Longer than the agent itself lets a plan take. */
    private static final Duration PATIENCE = Duration.ofMinutes(32);

    private static final Set<String> SHOWN = Set.of("FEATURE", "SIGNER", "PAST_DATE", "STATEMENT", "PRIVILEGES");
    private final Talk talk;
    private final Agent agent;
    private final boolean json;
    private final String language;
    private final PrintStream out;
    private final PrintStream err;

    private FeatureCommand(Talk talk) {
        this.talk = talk;
        this.agent = talk.agent();
        this.json = talk.json();
        this.language = talk.language();
        this.out = talk.out();
        this.err = talk.err();
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code feature}, without options
     */
    public static int run(Talk talk, List<String> words) throws IOException, InterruptedException {
        FeatureCommand command = new FeatureCommand(talk);
        try {
            return command.run(words);
        } catch (FeatureUsageException e) {
            talk.err().println("benchconnect: " + e.getMessage());
            return 2;
        } catch (RefusedException e) {
            return command.refused(e.answer());
        }
    }

    private int run(List<String> words)
            throws IOException, InterruptedException, FeatureUsageException, RefusedException {
        String verb = words.isEmpty() ? "list" : words.get(0);
        if (verb.equals("list") && words.size() <= 1) {
            return list();
        }
        if (verb.equals("remove") && words.size() == 2) {
            return remove(name(words.get(1)));
        }
        boolean show = verb.equals("show");
        if ((show || verb.equals("install")) && (words.size() == 2 || words.size() == 3)) {
            JsonObject request = new JsonObject();
            request.addProperty("source", Source.of(words.get(1), Path.of("")));
            if (words.size() == 3) {
                request.addProperty("name", name(words.get(2)));
            }
            return show ? show(planned(request)) : install(request);
        }
        throw new FeatureUsageException(USAGE);
    }

    private JsonObject planned(JsonObject request) throws IOException, InterruptedException, RefusedException {
        return talk.well(agent.send("/api/v1/features/plan?lang=" + language, request, PATIENCE))
                .body();
    }

    /** Verified first; then somebody is asked, unless exactly this runs already. */
    private int install(JsonObject request) throws IOException, InterruptedException, RefusedException {
        JsonObject plan = planned(request.deepCopy());
        if (text(plan, "outcome").equals("NOTHING_TO_DO")) {
            out.println(json ? plan.toString() : heading(plan.getAsJsonObject("feature")) + "\n" + text(plan, "text"));
            return 0;
        }
        talk.say(heading(plan.getAsJsonObject("feature")));
        talk.say("");
        Answer asked = talk.well(agent.send("/api/v1/consents/requests?lang=" + language, request, PATIENCE));
        return GiveConsent.ask(talk, asked.body());
    }

    private int remove(String feature) throws IOException, InterruptedException, RefusedException {
        if (!talk.isSure(Phrase.WILL_REMOVE_FUNCTION)) {
            return 1;
        }
        try (Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            return talk.done(
                    agent.carryOut("POST", "/api/v1/features/" + feature + "/remove?lang=" + language, body, secrets),
                    Phrase.DONE.in(language));
        }
    }

    private static String name(String typed) throws FeatureUsageException {
        if (!typed.matches("[a-z][a-z0-9.-]{0,79}")) {
            throw new FeatureUsageException("NAME is a feature's name, such as org.benchconnect.base");
        }
        return typed;
    }

    private int list() throws IOException, InterruptedException {
        Answer answer = agent.ask("/api/v1/features?lang=" + language);
        if (!answer.isWell()) {
            return refused(answer);
        }
        if (json) {
            out.println(answer.body());
            return 0;
        }
        Map<String, String> states = states();
        for (JsonElement each : answer.body().getAsJsonArray("features")) {
            JsonObject feature = each.getAsJsonObject();
            out.println(heading(feature));
            Optional.ofNullable(states.get(text(feature, "name"))).ifPresent(state -> out.println("  " + state));
            out.println("  " + text(feature, "text"));
            out.println("  " + text(feature, "released"));
            if (!feature.getAsJsonArray("privileges").isEmpty()) {
                out.println("  " + Phrase.ASKS.in(language));
            }
            for (JsonElement privilege : feature.getAsJsonArray("privileges")) {
                out.println("  - " + text(privilege.getAsJsonObject(), "text"));
            }
        }
        out.println(text(answer.body(), "text"));
        if (answer.body().has("vendor")) {
            out.println(text(answer.body().getAsJsonObject("vendor"), "text"));
        }
        return 0;
    }

    /** How each is that runs only if it is allowed, by name; empty if the agent cannot say that now. */
    private Map<String, String> states() throws IOException, InterruptedException {
        Answer answer = agent.ask("/api/v1/consents?lang=" + language);
        Map<String, String> states = new HashMap<>();
        if (answer.isWell() && answer.body().has("features")) {
            for (JsonElement each : answer.body().getAsJsonArray("features")) {
                JsonObject needs = each.getAsJsonObject();
                if (needs.has("feature")) {
                    states.put(text(needs.getAsJsonObject("feature"), "name"), text(needs, "text"));
                }
            }
        }
        return states;
    }

    /** What the feature is; what an installation would do is left out. */
    private int show(JsonObject plan) {
        if (json) {
            JsonObject feature = new JsonObject();
            for (String member : List.of("feature", "signer", "pluginVendor", "tolerated", "statement")) {
                feature.add(member, plan.get(member));
            }
            out.println(feature);
        } else {
            explain(plan, SHOWN);
        }
        return 0;
    }

    private void explain(JsonObject plan, Set<String> topics) {
        out.println(heading(plan.getAsJsonObject("feature")));
        for (JsonElement each : plan.getAsJsonArray("explanation")) {
            JsonObject section = each.getAsJsonObject();
            if (topics.contains(text(section, "topic"))) {
                out.println();
                out.println(text(section, "title"));
                section.getAsJsonArray("lines").forEach(line -> out.println("  " + line.getAsString()));
            }
        }
    }

    /** For people in their language where the agent has such a text; reason and broken rule are in the JSON and in the agent's log. */
    private int refused(Answer answer) {
        JsonObject refusal = answer.body();
        if (json) {
            out.println(refusal);
        }
        err.println("benchconnect: " + answer.reason());
        return 1;
    }

    private static String heading(JsonObject feature) {
        String title = text(feature, "title");
        String name = text(feature, "name");
        return (title.equals(name) ? name : title + " (" + name + ")") + " " + text(feature, "version");
    }

    private static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }
}
