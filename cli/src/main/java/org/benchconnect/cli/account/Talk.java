package org.benchconnect.cli.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.benchconnect.cli.account.Agent.Answer;

/**
 * A command with somebody at its terminal.
 *
 * @param agent the agent
 * @param person who answers
 * @param options of this command
 * @param json whether to print answers for programs; what people read then goes to standard error
 * @param language {@code en}, {@code it} or {@code es}
 * @param out standard output
 * @param err standard error
 */
public record Talk(
        Agent agent,
        Person person,
        PersonOptions options,
        boolean json,
        String language,
        PrintStream out,
        PrintStream err) {
    /** Says something to the person. */
    public void say(String text) {
        (json ? err : out).println(text);
    }

    /** Says a sentence of the command. */
    public void say(Phrase phrase) {
        say(phrase.in(language));
    }

    /** Asks for a PIN or a code. */
    public char[] secret(Phrase phrase) throws IOException {
        return person.secret(phrase.in(language));
    }

    /** Asks for a new PIN, twice. */
    public char[] newPin() throws IOException {
        char[] pin = secret(Phrase.NEW_PIN);
        char[] again = secret(Phrase.AGAIN);
        try {
            if (!Arrays.equals(pin, again)) {
                Arrays.fill(pin, '\0');
                throw new IOException(Phrase.DIFFERENT.in(language));
            }
            return pin;
        } finally {
            Arrays.fill(again, '\0');
        }
    }

    /** Says what will happen and asks for a yes in a whole word; if there is none, says that nothing was changed. */
    public boolean isSure(Phrase what) throws IOException {
        say(what);
        if (person.agrees(Phrase.YES_SURE.in(language))) {
            return true;
        }
        err.println("benchconnect: " + Phrase.NOTHING_CHANGED.in(language));
        return false;
    }

    /** What a path of the agent has. */
    public JsonObject ask(String path) throws IOException, InterruptedException, RefusedException {
        return well(agent.ask(path + "?lang=" + language)).body();
    }

    /** The id of who answers: named by an option, or asked for with the list. */
    public String who() throws IOException, InterruptedException, RefusedException {
        JsonArray accounts = ask("/api/v1/accounts").getAsJsonArray("accounts");
        if (options.account().isPresent()) {
            return id(accounts, options.account().get());
        }
        int number = 0;
        for (JsonElement each : accounts) {
            number++;
            say(String.format(
                    Locale.ROOT,
                    "%4d  %s",
                    number,
                    each.getAsJsonObject().get("name").getAsString()));
        }
        return id(accounts, person.line(Phrase.WHO.in(language)).strip());
    }

    /** The id of an account by name or id. */
    public String account(String typed) throws IOException, InterruptedException, RefusedException {
        return id(ask("/api/v1/accounts").getAsJsonArray("accounts"), typed);
    }

    private String id(JsonArray accounts, String typed) throws IOException {
        int number = 0;
        Optional<String> found = Optional.empty();
        for (JsonElement each : accounts) {
            number++;
            JsonObject account = each.getAsJsonObject();
            String id = account.get("id").getAsString();
            if (account.get("name").getAsString().equalsIgnoreCase(typed)) {
                return id;
            }
            if (id.equals(typed) || String.valueOf(number).equals(typed)) {
                found = Optional.of(id);
            }
        }
        return found.orElseThrow(() -> new IOException(Phrase.NOBODY.in(language)));
    }

    /** An answer that is no refusal. */
    public Answer well(Answer answer) throws RefusedException {
        if (!answer.isWell()) {
            throw new RefusedException(answer);
        }
        return answer;
    }

    /** Says what came of it: the agent's answer for programs, a sentence for people. */
    public int done(Answer answer, String sentence) throws RefusedException {
        well(answer);
        if (json) {
            out.println(answer.body());
        } else {
            out.println(sentence);
        }
        return 0;
    }

    /** Says why not; the exit code. */
    public int refused(Answer answer) {
        if (json) {
            out.println(answer.body());
        }
        err.println("benchconnect: " + answer.reason());
        return 1;
    }
}
