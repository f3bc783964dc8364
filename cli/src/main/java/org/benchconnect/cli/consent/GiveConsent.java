package org.benchconnect.cli.consent;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.benchconnect.cli.account.Agent.Answer;
import org.benchconnect.cli.account.OpenQuestion;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;

/**
 * Asks a person at the terminal: the whole text, who, the PIN, and a yes in a whole word. What is bound to the yes is the digest over what was shown, computed
 * here; the agent refuses it if it asked something else.
 */
public final class GiveConsent {
    private GiveConsent() {}

    /**
     * The exit code: 0 if it was allowed and runs, 1 if not.
     *
     * @param request the agent's whole view of a request
     */
    public static int ask(Talk talk, JsonObject request) throws IOException, InterruptedException, RefusedException {
        ShownText text = ShownText.of(request);
        text.lines().forEach(talk::say);
        talk.say("");
        talk.say(request.get("roleText").getAsString());
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            if (!talk.person().agrees(Phrase.YES.in(talk.language()))) {
                talk.err().println("benchconnect: " + Phrase.NOT_ALLOWED.in(talk.language()));
                return 1;
            }
            body.addProperty("text", text.digest());
            body.addProperty("newerVersions", talk.options().newerVersions());
            String id = request.get("id").getAsString();
            Answer answer =
                    talk.well(question.answer("POST", "/api/v1/consents/requests/" + id + "/give", body, secrets));
            JsonObject given = answer.body();
            return talk.done(
                    answer,
                    given.get("text").getAsString() + "\n"
                            + given.get("newerText").getAsString() + "\n"
                            + given.get("stateText").getAsString());
        }
    }
}
