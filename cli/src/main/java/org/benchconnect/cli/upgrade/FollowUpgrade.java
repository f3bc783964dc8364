package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private final Talk talk;
    private final Reach reach;
    private final Duration between;
    private final Duration away;
    private List<String> said = List.of();

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

    FollowUpgrade(Talk talk, Reach reach, Duration between, Duration away) {
        this.talk = talk;
        this.reach = reach;
        this.between = between;
        this.away = away;
    }

    /** How it is in the end. */
    JsonObject until(String plan, Hindered hindered) throws IOException, InterruptedException, RefusedException {
        while (true) {
            JsonObject state = now();
            say(state);
            if (isOver(state, plan)) {
                return state;
            }
            if (text(state, "phase").equals("WAITS")) {
                hindered.hindered(state);
            }
            new CountDownLatch(1).await(between.toMillis(), TimeUnit.MILLISECONDS); // nobody counts it down
        }
    }

    /** Whether nothing more comes of this plan by itself. */
    private static boolean isOver(JsonObject state, String plan) {
        boolean under = state.get("plan").isJsonObject()
                && text(state.getAsJsonObject("plan"), "id").equals(plan)
                && !text(state, "phase").equals("OFFERED");
        return !under && !text(state, "phase").equals("GOES_BACK") && !isProving(state, plan);
    }

    /** After a restart the plan itself may be forgotten; the record of the change is not. */
    private static boolean isProving(JsonObject state, String plan) {
        return isOf(state, plan)
                && text(state.getAsJsonObject("last"), "outcome").equals("PROVES");
    }

    /** Whether the newest change is of this plan. */
    static boolean isOf(JsonObject state, String plan) {
        return state.get("last").isJsonObject()
                && state.getAsJsonObject("last").get("plan").isJsonPrimitive()
                && text(state.getAsJsonObject("last"), "plan").equals(plan);
    }

    /** How it is now; an agent that is away is waited for. */
    JsonObject now() throws IOException, InterruptedException, RefusedException {
        long end = System.nanoTime() + away.toNanos();
        while (true) {
            try {
                Answer answer = reach.reach().ask("/api/v1/upgrade?lang=" + talk.language());
                if (answer.status() != 503 && answer.status() != 401) {
                    return talk.well(answer).body();
                }
                if (System.nanoTime() > end) {
                    throw new RefusedException(answer);
                }
            } catch (IOException away) {
                if (System.nanoTime() > end) {
                    throw away;
                }
            }
            new CountDownLatch(1).await(between.toMillis(), TimeUnit.MILLISECONDS); // nobody counts it down
        }
    }

    private void say(JsonObject state) {
        List<String> lines = new ArrayList<>(List.of(text(state, "text")));
        for (JsonElement each : state.getAsJsonArray("waitsFor")) {
            lines.add("  - " + text(each.getAsJsonObject(), "text"));
        }
        if (!lines.equals(said)) {
            said = lines;
            lines.forEach(talk::say);
        }
    }
}
