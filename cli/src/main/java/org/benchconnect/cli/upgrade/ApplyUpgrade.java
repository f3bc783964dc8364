package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.benchconnect.cli.account.OpenQuestion;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.ShownText;

/** Allows the upgrade that is offered, by somebody at the terminal or by an answer file, and follows it to its end. */
final class ApplyUpgrade {
    private static final String UPGRADE = "/api/v1/upgrade";

    private final Talk talk;
    private final UpgradeOptions options;
    private final FollowUpgrade follow;
    private boolean saidIdle;

    ApplyUpgrade(Talk talk, UpgradeOptions options, FollowUpgrade follow) {
        this.talk = talk;
        this.options = options;
        this.follow = follow;
    }

    /** Finds out what is offered. */
    @FunctionalInterface
    interface Offered {
        JsonObject find() throws IOException, InterruptedException, RefusedException, PersonUsageException;
    }

    /** The exit code: 0 if it is committed, or allowed and nobody wants to wait. An answer file that must not be used is refused before anything is asked. */
    int run(Offered offered) throws IOException, InterruptedException, RefusedException, PersonUsageException {
        Optional<AnswerFile> file = answers();
        try {
            Set<String> ended = Changes.of(talk.ask(UPGRADE + "/records")).keys(); // before what is followed can end
            return run(offered.find(), file, ended);
        } finally {
            file.ifPresent(AnswerFile::close);
        }
    }

    private Optional<AnswerFile> answers() throws IOException {
        try {
            return options.answers().isPresent()
                    ? Optional.of(AnswerFile.read(options.answers().get()))
                    : Optional.empty();
        } catch (AnswerFileRefusedException e) {
            throw e.in(talk.language());
        }
    }

    private int run(JsonObject state, Optional<AnswerFile> file, Set<String> ended)
            throws IOException, InterruptedException, RefusedException {
        if (!state.get("plan").isJsonObject()) {
            talk.say(text(state, "text"));
            return end(state, 0);
        }
        String plan = text(state.getAsJsonObject("plan"), "id");
        if (file.isPresent() && !file.get().features().equals(documents(state))) {
            talk.err().println("benchconnect: " + Phrase.OTHER_RELEASE.in(talk.language()));
            return 1;
        }
        boolean allowed = !text(state, "phase").equals("OFFERED");
        if (!allowed && !allow(plan, file)) {
            talk.err().println("benchconnect: " + Phrase.NOT_ALLOWED.in(talk.language()));
            return 1;
        }
        if (allowed) {
            sayWhatStays(state, file.map(AnswerFile::when).or(options::chosen));
        }
        return options.follows() ? outcome(follow.until(plan, ended, now -> idle(now, file))) : allowed(follow.now());
    }

    /** Another choice than the one that was made with the yes changes nothing. */
    private void sayWhatStays(JsonObject state, Optional<String> wanted) {
        if (!text(state, "phase").equals("WAITS") || !state.get("approval").isJsonObject()) {
            return;
        }
        String counts = text(state.getAsJsonObject("approval"), "when");
        if (wanted.filter(one -> !one.equals(counts)).isPresent()) {
            UpgradePhrase stays = counts.equals(UpgradeOptions.IN_WINDOW)
                    ? UpgradePhrase.STAYS_IN_WINDOW
                    : UpgradePhrase.STAYS_AS_SOON_AS_IDLE;
            talk.err().println("benchconnect: " + stays.in(talk.language()));
        }
    }

    /** Nobody wants to wait. */
    private int allowed(JsonObject state) {
        UpgradePrinter.state(state, talk.language()).forEach(talk::say);
        return end(state, 0);
    }

    /** Which document of each feature would come. */
    private static Map<String, String> documents(JsonObject state) {
        Map<String, String> documents = new TreeMap<>();
        for (JsonElement each : state.getAsJsonObject("plan").getAsJsonArray("features")) {
            documents.put(text(each.getAsJsonObject(), "name"), text(each.getAsJsonObject(), "document"));
        }
        return documents;
    }

    private boolean allow(String plan, Optional<AnswerFile> file)
            throws IOException, InterruptedException, RefusedException {
        String language = file.map(AnswerFile::language).orElse(talk.language());
        JsonObject request = talk.well(talk.agent().ask(UPGRADE + "/request?lang=" + language))
                .body();
        if (!text(request, "plan").equals(plan)) {
            return false; // another one came meanwhile
        }
        ShownText shown = ShownText.of(request);
        shown.lines().forEach(talk::say);
        if (request.get("asksAgainText").isJsonPrimitive()) {
            talk.say("");
            talk.say(text(request, "asksAgainText"));
        }
        talk.say("");
        talk.say(text(request, "roleText"));
        JsonObject body = new JsonObject();
        body.addProperty("plan", plan);
        body.addProperty("text", shown.digest());
        body.addProperty("when", file.map(AnswerFile::when).orElse(options.when()));
        return answer("/apply", body, file, Phrase.YES);
    }

    /** Within a question: who, the PIN, and at a terminal a yes in a whole word. */
    private boolean answer(String path, JsonObject body, Optional<AnswerFile> file, Phrase sure)
            throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            if (file.isPresent()) {
                body.addProperty("account", talk.account(file.get().account()));
                secrets.with("pin", file.get().copyOfPin());
            } else {
                body.addProperty("account", talk.who());
                secrets.with("pin", talk.secret(Phrase.PIN));
                if (!talk.person().agrees(sure.in(talk.language()))) {
                    return false;
                }
            }
            talk.well(question.answer("POST", UPGRADE + path, body, secrets));
            return true;
        }
    }

    /** Once, and only where it helps: that somebody looked, and the instrument is idle. */
    private void idle(JsonObject state, Optional<AnswerFile> file)
            throws IOException, InterruptedException, RefusedException {
        boolean says = options.idle() || file.map(AnswerFile::idle).orElse(false);
        boolean helps = state.getAsJsonArray("waitsFor").asList().stream()
                .anyMatch(one -> one.getAsJsonObject().get("statement").getAsBoolean());
        if (says && helps && !saidIdle) {
            saidIdle = true;
            answer("/idle", new JsonObject(), file, Phrase.YES_IDLE);
        }
    }

    private int outcome(FollowUpgrade.End end) {
        boolean committed = end.record()
                .filter(one -> text(one, "outcome").equals("COMMITTED"))
                .isPresent();
        String said = end.record()
                .map(one -> text(one, "outcomeText"))
                .orElseGet(() -> Phrase.NOT_CARRIED_OUT.in(talk.language()));
        if (committed) {
            talk.say(said);
        } else {
            talk.err().println("benchconnect: " + said);
        }
        return end(end.state(), committed ? 0 : 1);
    }

    private int end(JsonObject state, int code) {
        if (talk.json()) {
            talk.out().println(state);
        }
        return code;
    }
}
