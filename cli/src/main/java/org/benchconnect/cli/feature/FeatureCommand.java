package org.benchconnect.cli.feature;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.benchconnect.cli.feature.Agent.Answer;

/**
 * {@code benchconnect feature list|show SOURCE [NAME]|install SOURCE [NAME]}. Exit codes: 0 done or nothing to do; 1 refused,
 * failed, or in need of consent, with the reason on standard error; 2 usage. With {@code --json} a refusal is printed as
 * JSON too.
 */
public final class FeatureCommand {
    private static final String USAGE =
            "usage: benchconnect feature [list|show SOURCE [NAME]|install SOURCE [NAME]] [--json] [--home DIR] [--lang en|it|es]";
    /** Longer than the agent itself lets a plan take. */
    private static final Duration PATIENCE = Duration.ofMinutes(32);

    private static final Set<String> SHOWN = Set.of("FEATURE", "SIGNER", "PAST_DATE", "STATEMENT", "PRIVILEGES");
    private static final Set<String> PLANNED =
            Set.of("FEATURE", "SIGNER", "PAST_DATE", "STATEMENT", "ASKED", "CHANGES", "STOPS", "BYTES");

    private final Agent agent;
    private final boolean json;
    private final String language;
    private final PrintStream out;
    private final PrintStream err;

    private FeatureCommand(Agent agent, boolean json, String language, PrintStream out, PrintStream err) {
        this.agent = agent;
        this.json = json;
        this.language = language;
        this.out = out;
        this.err = err;
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code feature}, without options
     * @param json whether to print JSON for programs instead of text for people
     * @param language {@code en}, {@code it} or {@code es}
     */
    public static int run(
            Agent agent, List<String> words, boolean json, String language, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        FeatureCommand command = new FeatureCommand(agent, json, language, out, err);
        try {
            return command.run(words);
        } catch (FeatureUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        }
    }

    private int run(List<String> words) throws IOException, InterruptedException, FeatureUsageException {
        String verb = words.isEmpty() ? "list" : words.get(0);
        if (verb.equals("list") && words.size() <= 1) {
            return list();
        }
        boolean show = verb.equals("show");
        if ((show || verb.equals("install")) && (words.size() == 2 || words.size() == 3)) {
            JsonObject request = new JsonObject();
            request.addProperty("source", Source.of(words.get(1), Path.of("")));
            if (words.size() == 3) {
                request.addProperty("name", name(words.get(2)));
            }
            Answer answer = agent.send("/api/v1/features/plan?lang=" + language, request, PATIENCE);
            if (!answer.isWell()) {
                return refused(answer);
            }
            return show ? show(answer.body()) : install(answer.body());
        }
        throw new FeatureUsageException(USAGE);
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
        for (JsonElement each : answer.body().getAsJsonArray("features")) {
            JsonObject feature = each.getAsJsonObject();
            out.println(heading(feature));
            out.println("  " + text(feature, "text"));
            out.println("  " + text(feature, "released"));
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

    /** What an installation would do. There it ends, as long as nobody has allowed it. */
    private int install(JsonObject plan) {
        boolean done = text(plan, "outcome").equals("NOTHING_TO_DO");
        if (json) {
            out.println(plan);
        } else if (done) {
            out.println(heading(plan.getAsJsonObject("feature")));
            out.println(text(plan, "text"));
        } else {
            explain(plan, PLANNED);
        }
        if (!done) {
            err.println("benchconnect: " + text(plan, "text"));
        }
        return done ? 0 : 1;
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

    /** For people in their language where the agent has such a text; reason and broken rule for experts on the next line. */
    private int refused(Answer answer) {
        JsonObject refusal = answer.body();
        if (json) {
            out.println(refusal);
        }
        String said = refusal.has("text") ? "text" : "message";
        err.println(
                "benchconnect: " + (refusal.has(said) ? text(refusal, said) : "the agent answered " + answer.status()));
        if (refusal.has("reason") && refusal.has("detail")) {
            err.println("  (" + text(refusal, "reason") + ": " + text(refusal, "detail") + ")");
        }
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
