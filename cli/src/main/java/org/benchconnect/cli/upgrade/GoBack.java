package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;

/** Goes back to what ran before: one confirmation that names what comes back, no PIN; waits for nothing but the agent, if it has to start anew for it. */
final class GoBack {
    private static final String UPGRADE = "/api/v1/upgrade";

    private final Talk talk;
    private final FollowUpgrade follow;

    GoBack(Talk talk, FollowUpgrade follow) {
        this.talk = talk;
        this.follow = follow;
    }

    /**
     * How it is afterwards; empty if nothing was changed, which was said.
     *
     * @throws RefusedException if there is nothing to go back to, or it does not start
     */
    Optional<JsonObject> run() throws IOException, InterruptedException, RefusedException {
        JsonObject before = talk.ask(UPGRADE);
        Changes changes = Changes.of(talk.ask(UPGRADE + "/records"));
        Optional<String> what = what(before, changes);
        what.ifPresent(one -> talk.say(UpgradePhrase.COMES_BACK.in(talk.language(), one)));
        since(before, changes).ifPresent(moment -> talk.say(UpgradePhrase.RAN_SINCE.in(talk.language(), moment)));
        if (text(before, "phase").equals("WAITS")) {
            talk.say(UpgradePhrase.DROPS_ALLOWED.in(talk.language()));
        }
        if (!talk.isSure(Phrase.WILL_GO_BACK)) {
            return Optional.empty();
        }
        Optional<JsonObject> after = carryOut(before);
        if (after.isPresent()) {
            what.ifPresent(one -> talk.say(UpgradePhrase.CAME_BACK.in(talk.language(), one)));
        }
        return after;
    }

    private Optional<JsonObject> carryOut(JsonObject before)
            throws IOException, InterruptedException, RefusedException {
        try (Secrets none = new Secrets()) {
            talk.well(talk.agent()
                    .carryOut("POST", UPGRADE + "/rollback?lang=" + talk.language(), new JsonObject(), none));
            return Optional.of(follow.now());
        } catch (IOException dropped) { // the agent ends for it, or only the connection did
            JsonObject after = follow.once(now -> isChanged(before, now));
            if (isChanged(before, after)) {
                return Optional.of(after);
            }
            talk.err().println("benchconnect: " + UpgradePhrase.NOT_BACK.in(talk.language()));
            return Optional.empty();
        }
    }

    private static boolean isChanged(JsonObject before, JsonObject now) {
        return !number(before, "generation").equals(number(now, "generation"));
    }

    /** The versions that come back, as far as the changes tell. */
    private Optional<String> what(JsonObject state, Changes changes) {
        Optional<Integer> target = number(state, "before");
        Optional<Integer> current = number(state, "generation");
        if (target.isEmpty()) {
            return Optional.empty();
        }
        int to = target.get();
        Optional<JsonObject> undone = changes.newest(one -> from(one) == to
                && current.filter(now -> now == Changes.generation(one)).isPresent());
        Optional<JsonObject> brought = changes.newest(one -> Changes.generation(one) == to);
        List<String> parts = new ArrayList<>();
        undone.map(one -> versions(one, "from"))
                .or(() -> brought.map(one -> versions(one, "to")))
                .ifPresent(parts::addAll);
        String generation = UpgradePhrase.GENERATION.in(talk.language(), to);
        return Optional.of(parts.isEmpty() ? generation : String.join(", ", parts) + " (" + generation + ")");
    }

    private List<String> versions(JsonObject record, String side) {
        List<String> versions = new ArrayList<>();
        for (JsonElement each : record.getAsJsonArray("features")) {
            JsonObject step = each.getAsJsonObject();
            versions.add(
                    step.get(side).isJsonPrimitive()
                            ? text(step, "title") + " " + text(step, side)
                            : UpgradePhrase.WITHOUT.in(talk.language(), text(step, "title")));
        }
        return versions;
    }

    /** When what comes back last began to run, in the agent's words; an installation has no change that brought it. */
    private static Optional<String> since(JsonObject state, Changes changes) {
        return number(state, "before")
                .flatMap(to -> changes.newest(one ->
                        Changes.generation(one) == to && text(one, "outcome").equals("COMMITTED")))
                .map(one -> text(one, "moment"));
    }

    private static int from(JsonObject record) {
        return record.get("before").getAsInt();
    }

    private static Optional<Integer> number(JsonObject state, String member) {
        return state.has(member) && state.get(member).isJsonPrimitive()
                ? Optional.of(state.get(member).getAsInt())
                : Optional.empty();
    }
}
