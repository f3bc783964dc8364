package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Agent.Answer;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Talk;

/**
 * Waits until an upgrade that was allowed is committed or not carried out, and says each change of how it is. The agent may end and start again meanwhile, at
 * another address.
 */
final class FollowUpgrade {
    /** How long the agent may be away: ending, two starts on trial, and going back. */
    static final Duration AWAY = Duration.ofMinutes(5);
    /** How long the agent has to answer the same before it counts; while it starts, it answers for a moment that nothing is new. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    private final Talk talk;
    private final Reach reach;
    private final Duration between;
    private final Duration away;
    private final Duration settle;
    private List<String> said = List.of();
    private boolean wasAway;

    /** Finds the agent, wherever it listens now. */
    @FunctionalInterface
    interface Reach {
        Agent reach() throws IOException;
    }

    /** What is done whenever it waits for something, such as saying that the instrument is idle. */
    @FunctionalInterface
    interface Hindered {
        void hindered(JsonObject state) throws IOException, InterruptedException, RefusedException;
    }

    /**
     * A plan of which nothing more comes.
     *
     * @param state how it is then
     * @param record what became of it; empty if it was never carried out
     */
    record End(JsonObject state, Optional<JsonObject> record) {}

    /** @param away how long the agent may be away; what is shorter than ten seconds is also how long the same answer has to stay */
    FollowUpgrade(Talk talk, Reach reach, Duration between, Duration away) {
        this.talk = talk;
        this.reach = reach;
        this.between = between;
        this.away = away;
        this.settle = away.compareTo(SETTLES) < 0 ? away : SETTLES;
    }

    /**
     * How it is in the end.
     *
     * @param ended the keys of what had ended before
     */
    End until(String plan, Set<String> ended, Hindered hindered)
            throws IOException, InterruptedException, RefusedException {
        Outlook outlook = new Outlook(plan, ended, settle);
        Refusals refusals = new Refusals(talk.language(), plan);
        while (true) {
            JsonObject state = now();
            if (wasAway) {
                outlook.away();
            }
            Outlook.Sight sight = outlook.see(state, System.nanoTime());
            refusals.allowed(state);
            if (sight == Outlook.Sight.OVER || sight == Outlook.Sight.GONE && refusals.isThere(reach)) {
                say(state);
                return new End(state, end(state, outlook));
            }
            if (sight == Outlook.Sight.GOES_ON) {
                say(state);
                if (text(state, "phase").equals("WAITS")) {
                    hindered.hindered(state);
                }
            }
            pause();
        }
    }

    /** The newest change may be a later one already. */
    private Optional<JsonObject> end(JsonObject state, Outlook outlook)
            throws IOException, InterruptedException, RefusedException {
        if (state.get("last").isJsonObject() && outlook.ended(state.getAsJsonObject("last"))) {
            return Optional.of(state.getAsJsonObject("last"));
        }
        return changes().newest(outlook::ended);
    }

    /** Every change of now. */
    Changes changes() throws IOException, InterruptedException, RefusedException {
        return Changes.of(whenThere("/api/v1/upgrade/records"));
    }

    /** How it is now; an agent that is away is waited for. */
    JsonObject now() throws IOException, InterruptedException, RefusedException {
        return whenThere("/api/v1/upgrade");
    }

    /** How it is when that is so, or when the agent has answered otherwise for long enough. */
    JsonObject once(Predicate<JsonObject> is) throws IOException, InterruptedException, RefusedException {
        JsonObject state = now();
        long since = System.nanoTime();
        while (!is.test(state) && System.nanoTime() - since < settle.toNanos()) {
            pause();
            state = now();
            since = wasAway ? System.nanoTime() : since;
        }
        return state;
    }

    private JsonObject whenThere(String path) throws IOException, InterruptedException, RefusedException {
        long end = System.nanoTime() + away.toNanos();
        wasAway = false;
        while (true) {
            try {
                Answer answer = reach.reach().ask(path + "?lang=" + talk.language());
                if (answer.status() != 503 && answer.status() != 401) {
                    return talk.well(answer).body();
                }
                if (System.nanoTime() > end) {
                    throw new RefusedException(answer);
                }
            } catch (IOException gone) {
                if (System.nanoTime() > end) {
                    throw gone;
                }
            }
            waits();
            pause();
        }
    }

    /** Said once each time. */
    private void waits() {
        if (!wasAway) {
            wasAway = true;
            String waiting = UpgradePhrase.WAITING.in(talk.language());
            if (!said.equals(List.of(waiting))) {
                said = List.of(waiting);
                talk.say(waiting);
            }
        }
    }

    private void pause() throws InterruptedException {
        new CountDownLatch(1).await(between.toMillis(), TimeUnit.MILLISECONDS); // nobody counts it down
    }

    private void say(JsonObject state) {
        List<String> lines = new ArrayList<>(List.of(UpgradePrinter.sentence(state, talk.language())));
        for (JsonElement each : state.getAsJsonArray("waitsFor")) {
            lines.add("  - " + text(each.getAsJsonObject(), "text"));
        }
        if (!lines.equals(said)) {
            said = lines;
            lines.forEach(talk::say);
        }
    }
}
