package org.benchconnect.cli.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.benchconnect.cli.account.Agent.Answer;

/**
 * {@code benchconnect account list|begin|add NAME|pin|reset NAME|remove NAME|erase-name ID|recover}. Exit codes: 0 done; 1 refused or failed with a reason on
 * standard error; 2 usage. {@link FirstCode} is the one that needs no agent.
 */
public final class AccountCommand {
    private static final String USAGE =
            "usage: benchconnect account [list [--former]|first|begin|add NAME [--role user|administrator] [--until DAY]|pin|reset NAME|remove NAME|erase-name ID|recover] "
                    + PersonOptions.FORM;
    private static final String ACCOUNTS = "/api/v1/accounts";

    private final Talk talk;

    private AccountCommand(Talk talk) {
        this.talk = talk;
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code account}, without options
     */
    public static int run(Talk talk, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        try {
            return new AccountCommand(talk).run(words);
        } catch (RefusedException e) {
            return talk.refused(e.answer());
        }
    }

    private int run(List<String> words)
            throws IOException, InterruptedException, PersonUsageException, RefusedException {
        String verb = words.isEmpty() ? "list" : words.get(0);
        boolean one = words.size() <= 1;
        boolean two = words.size() == 2;
        if (one) {
            switch (verb) {
                case "list":
                    return list();
                case "begin":
                    return begin();
                case "pin":
                    return pin();
                case "recover":
                    return recover();
                default:
            }
        }
        if (two) {
            switch (verb) {
                case "add":
                    return add(words.get(1));
                case "reset":
                    return reset(talk.account(words.get(1)));
                case "remove":
                    return remove(talk.account(words.get(1)));
                case "erase-name":
                    return eraseName(id(words.get(1)));
                default:
            }
        }
        throw new PersonUsageException(USAGE);
    }

    private static String id(String typed) throws PersonUsageException {
        if (!typed.matches("[0-9a-f]{16}")) {
            throw new PersonUsageException("ID has 16 hexadecimal digits, as `account list --former` prints it");
        }
        return typed;
    }

    private int list() throws IOException, InterruptedException, RefusedException {
        boolean alsoFormer = talk.options().former();
        JsonObject all = talk.well(
                        talk.agent().ask(ACCOUNTS + "?lang=" + talk.language() + (alsoFormer ? "&former=1" : "")))
                .body();
        if (talk.json()) {
            talk.out().println(all);
            return 0;
        }
        if (alsoFormer) {
            former(all.getAsJsonArray("former"));
            return 0;
        }
        for (JsonElement each : all.getAsJsonArray("accounts")) {
            JsonObject account = each.getAsJsonObject();
            talk.say(account.get("name").getAsString() + "  ("
                    + account.get("id").getAsString() + ")");
            talk.say("  " + account.get("text").getAsString());
        }
        talk.say(all.get("text").getAsString());
        return 0;
    }

    private void former(JsonArray people) {
        for (JsonElement each : people) {
            JsonObject person = each.getAsJsonObject();
            talk.say(person.get("name").getAsString() + "  ("
                    + person.get("account").getAsString() + ")");
        }
        if (people.isEmpty()) {
            talk.say(Phrase.NO_FORMER);
        }
    }

    /** The first administrator, with the code of {@code account first}. */
    private int begin() throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            secrets.with("code", talk.secret(Phrase.FIRST_CODE));
            body.addProperty(
                    "name", talk.person().line(Phrase.NAME.in(talk.language())).strip());
            secrets.with("pin", talk.newPin());
            return recoveryCode(question.answer("POST", ACCOUNTS + "/first", body, secrets));
        }
    }

    private int recover() throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            String who = talk.who();
            secrets.with("code", talk.secret(Phrase.RECOVERY_CODE));
            secrets.with("newPin", talk.newPin());
            return recoveryCode(question.answer("POST", ACCOUNTS + "/" + who + "/recover", new JsonObject(), secrets));
        }
    }

    private int recoveryCode(Answer answer) throws RefusedException {
        String code = talk.well(answer).body().get("recoveryCode").getAsString();
        return talk.done(answer, Phrase.RECOVERY.in(talk.language()) + "\n\n  " + code + "\n");
    }

    private int add(String name) throws IOException, InterruptedException, RefusedException, PersonUsageException {
        String role =
                switch (talk.options().role().orElse("user")) {
                    case "user" -> "LABORATORY_USER";
                    case "administrator" -> "LABORATORY_ADMINISTRATOR";
                    default -> throw new PersonUsageException("--role is user or administrator");
                };
        requireLastDay();
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            body.addProperty("name", name);
            body.addProperty("role", role);
            talk.options().until().ifPresent(until -> body.addProperty("until", until));
            secrets.with("pin", talk.secret(Phrase.PIN));
            secrets.with("newPin", talk.newPin());
            Answer answer = question.answer("POST", ACCOUNTS, body, secrets);
            return talk.done(answer, talk.well(answer).body().get("text").getAsString());
        }
    }

    /** Before anybody types a PIN for nothing; the agent checks again. */
    private void requireLastDay() throws PersonUsageException {
        if (talk.options().until().isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try {
            LocalDate until = LocalDate.parse(talk.options().until().get());
            if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
                throw new PersonUsageException(Phrase.DATE_RANGE.in(talk.language()));
            }
        } catch (DateTimeParseException e) {
            throw new PersonUsageException(Phrase.DATE_FORM.in(talk.language()));
        }
    }

    private int pin() throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            String who = talk.who();
            secrets.with("pin", talk.secret(Phrase.PIN));
            secrets.with("newPin", talk.newPin());
            return talk.done(
                    question.answer("POST", ACCOUNTS + "/" + who + "/pin", new JsonObject(), secrets),
                    Phrase.DONE.in(talk.language()));
        }
    }

    private int reset(String whose) throws IOException, InterruptedException, RefusedException {
        try (OpenQuestion question = OpenQuestion.of(talk.agent(), talk.language());
                Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            secrets.with("newPin", talk.newPin());
            return talk.done(
                    question.answer("POST", ACCOUNTS + "/" + whose + "/reset", body, secrets),
                    Phrase.DONE.in(talk.language()));
        }
    }

    private int remove(String whose) throws IOException, InterruptedException, RefusedException {
        return lower(whose, "remove", Phrase.WILL_REMOVE_PERSON, Phrase.CLOSED.in(talk.language()) + whose);
    }

    private int eraseName(String whose) throws IOException, InterruptedException, RefusedException {
        for (JsonElement each : talk.ask(ACCOUNTS).getAsJsonArray("accounts")) {
            if (each.getAsJsonObject().get("id").getAsString().equals(whose)) {
                talk.err().println("benchconnect: " + Phrase.STILL_LISTED.in(talk.language()));
                return 1;
            }
        }
        return lower(whose, "erase-name", Phrase.WILL_ERASE, Phrase.DONE.in(talk.language()));
    }

    private int lower(String whose, String what, Phrase before, String sentence)
            throws IOException, InterruptedException, RefusedException {
        if (!talk.isSure(before)) {
            return 1;
        }
        try (Secrets secrets = new Secrets()) {
            JsonObject body = new JsonObject();
            body.addProperty("account", talk.who());
            secrets.with("pin", talk.secret(Phrase.PIN));
            Answer answer = talk.agent()
                    .carryOut("POST", ACCOUNTS + "/" + whose + "/" + what + "?lang=" + talk.language(), body, secrets);
            return talk.done(answer, sentence);
        }
    }
}
