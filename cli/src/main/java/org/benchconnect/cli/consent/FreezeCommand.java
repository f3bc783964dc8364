package org.benchconnect.cli.consent;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.benchconnect.cli.account.OpenQuestion;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;

/** {@code benchconnect upgrade freeze|thaw}: an administrator pins what runs, and allows changes again. Exit codes as everywhere. */
public final class FreezeCommand {
    private static final String USAGE = "usage: benchconnect upgrade freeze|thaw " + PersonOptions.FORM;
    private static final String FREEZE = "/api/v1/freeze";

    private FreezeCommand() {}

    /**
     * The exit code.
     *
     * @param words what follows {@code upgrade}, without options
     */
    public static int run(Talk talk, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        understand(words);
        try {
            return switch (words.get(0)) {
                case "freeze" -> freeze(talk);
                case "thaw" -> thaw(talk);
                default -> throw new PersonUsageException(USAGE);
            };
        } catch (RefusedException e) {
            return talk.refused(e.answer());
        }
    }

    /**
     * Needs no agent.
     *
     * @throws PersonUsageException if these are not the words that the command takes
     */
    public static void understand(List<String> words) throws PersonUsageException {
        if (!words.equals(List.of("freeze")) && !words.equals(List.of("thaw"))) {
            throw new PersonUsageException(USAGE);
        }
    }

    private static int freeze(Talk talk) throws IOException, InterruptedException, RefusedException {
        try (Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            return talk.done(
                    talk.agent().carryOut("POST", FREEZE + "?lang=" + talk.language(), body, secrets),
                    Phrase.DONE.in(talk.language()));
        }
    }

    private static int thaw(Talk talk) throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            if (!talk.person().agrees(Phrase.YES_THAW.in(talk.language()))) {
                talk.err().println("benchconnect: " + Phrase.NOT_ALLOWED.in(talk.language()));
                return 1;
            }
            return talk.done(question.answer("DELETE", FREEZE, body, secrets), Phrase.DONE.in(talk.language()));
        }
    }
}
