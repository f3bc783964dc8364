package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.FreezeCommand;
import org.benchconnect.cli.feature.Source;

/**
 * {@code benchconnect upgrade status|check|plan|apply|refuse|rollback|record [N]|freeze|thaw}. Exit codes: 0 done or nothing to do, {@code apply} only when the newer
 * release is committed; 1 refused, not allowed, gone back or failed, with the reason on standard error; 2 usage. With {@code --json} the agent's last answer is
 * printed, and what a person reads goes to standard error.
 */
public final class UpgradeCommand {
    private static final String USAGE =
            "usage: benchconnect upgrade status|check|plan|apply|refuse|rollback|record [N]|freeze|thaw"
                    + " [--from FOLDER|ZIP|https://...] [--window|--as-soon-as-idle] [--idle] [--no-wait] [--answers FILE] "
                    + PersonOptions.FORM;
    private static final String UPGRADE = "/api/v1/upgrade";
    /** Longer than the agent itself lets a look take. */
    private static final Duration PATIENCE = Duration.ofMinutes(32);

    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Set<String> FREEZE = Set.of("freeze", "thaw");
    private static final Set<String> ALONE = Set.of("status", "check", "plan", "apply", "refuse", "rollback", "record");
    /** A generation, and which of its changes if it has several. */
    private static final String NUMBER = "[0-9]{1,9}(\\.[0-9]{1,9})?";
    /** Where the agent says that a record is. */
    private static final String PAPER = UPGRADE + "/records/[0-9]{1,9}\\?begun=[0-9]{1,15}";

    private final Talk talk;
    private final UpgradeOptions options;
    private final FollowUpgrade follow;

    private UpgradeCommand(Talk talk, UpgradeOptions options, FollowUpgrade follow) {
        this.talk = talk;
        this.options = options;
        this.follow = follow;
    }

    /** Finds the agent again after it has ended and started anew. */
    @FunctionalInterface
    public interface Again {
        /** The agent of this home folder, at its address of now. */
        Agent reach() throws IOException;
    }

    /**
     * The exit code.
     *
     * @param words what follows {@code upgrade}, without options
     */
    public static int run(Talk talk, UpgradeOptions options, Again again, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        understand(words);
        if (FREEZE.contains(words.get(0))) {
            return FreezeCommand.run(talk, words);
        }
        return run(talk, options, new FollowUpgrade(talk, again::reach, BETWEEN, FollowUpgrade.AWAY), words);
    }

    static int run(Talk talk, UpgradeOptions options, FollowUpgrade follow, List<String> words)
            throws IOException, InterruptedException, PersonUsageException {
        try {
            return new UpgradeCommand(talk, options, follow).run(words);
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
        boolean known = words.size() == 1 && (FREEZE.contains(words.get(0)) || ALONE.contains(words.get(0)));
        boolean record = words.size() == 2
                && words.get(0).equals("record")
                && words.get(1).matches(NUMBER);
        if (!known && !record) {
            throw new PersonUsageException(USAGE);
        }
    }

    private int run(List<String> words)
            throws IOException, InterruptedException, RefusedException, PersonUsageException {
        return switch (words.get(0)) {
            case "status" -> show(talk.ask(UPGRADE), false);
            case "check" -> show(check(), false);
            case "plan" -> show(offered(), true);
            case "apply" -> new ApplyUpgrade(talk, options, follow).run(this::offered);
            case "refuse" -> shown(new RefuseUpgrade(talk).run());
            case "rollback" -> shown(new GoBack(talk, follow).run());
            default -> words.size() == 1 ? records() : record(words.get(1));
        };
    }

    private JsonObject check() throws IOException, InterruptedException, RefusedException, PersonUsageException {
        JsonObject body = new JsonObject();
        if (options.from().isPresent()) {
            body.addProperty("source", Source.of(options.from().get()));
        }
        talk.say(Phrase.LOOKING);
        return talk.well(talk.agent().send(UPGRADE + "/check?lang=" + talk.language(), body, PATIENCE))
                .body();
    }

    /** What is known already, unless somebody says where to look, or nothing is known. */
    private JsonObject offered() throws IOException, InterruptedException, RefusedException, PersonUsageException {
        JsonObject state = talk.ask(UPGRADE);
        boolean busy = !Set.of("NOTHING_NEW", "OFFERED").contains(text(state, "phase"));
        boolean known = state.get("plan").isJsonObject() && options.from().isEmpty();
        return busy || known ? state : check();
    }

    private int show(JsonObject state, boolean plan) {
        if (talk.json()) {
            talk.out().println(state);
            return 0;
        }
        UpgradePrinter.state(state, talk.language()).forEach(talk::say);
        if (plan) {
            UpgradePrinter.plan(state).forEach(talk::say);
        }
        return 0;
    }

    private int shown(Optional<JsonObject> after) {
        return after.map(state -> show(state, false)).orElse(1);
    }

    private int records() throws IOException, InterruptedException, RefusedException {
        JsonObject all = talk.ask(UPGRADE + "/records");
        if (talk.json()) {
            talk.out().println(all);
        } else {
            UpgradePrinter.records(Changes.of(all)).forEach(talk::say);
        }
        return 0;
    }

    /** Where a record is, up to the query; a bare number stands for the newest change of that generation. */
    private String paper(String number) throws IOException, InterruptedException, RefusedException {
        if (!number.contains(".")) {
            return UPGRADE + "/records/" + number + "?";
        }
        return Changes.of(talk.ask(UPGRADE + "/records"))
                        .numbered(number)
                        .map(record -> text(record, "paper"))
                        .filter(path -> path.matches(PAPER))
                        .orElseThrow(() -> new IOException(UpgradePhrase.NO_RECORD.in(talk.language())))
                + "&";
    }

    private int record(String number) throws IOException, InterruptedException, RefusedException {
        JsonObject paper = talk.well(talk.agent().ask(paper(number) + "form=json&lang=" + talk.language()))
                .body();
        if (talk.json()) {
            talk.out().println(paper);
        } else {
            UpgradePrinter.paper(paper, talk.language()).forEach(talk::say);
        }
        return 0;
    }
}
