package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.benchconnect.cli.account.Agent.Answer;

/** Whether the audit log says that a yes was taken back after it was given; what cannot be read says nothing. One thread. */
final class Refusals {
    /** The newest entries that are looked through, and the most that the API gives. */
    private static final int NEWEST = 500;

    private final String language;
    private final String plan;
    private long entry = Long.MAX_VALUE; // of the yes, once it is known

    Refusals(String language, String plan) {
        this.language = language;
        this.plan = plan;
    }

    /** Takes the number of the yes out of a state that has it. */
    void allowed(JsonObject state) {
        boolean own = state.get("plan").isJsonObject()
                && text(state.getAsJsonObject("plan"), "id").equals(plan);
        if (own
                && state.get("approval").isJsonObject()
                && state.getAsJsonObject("approval").has("entry")) {
            entry = state.getAsJsonObject("approval").get("entry").getAsLong();
        }
    }

    boolean isThere(FollowUpgrade.Reach reach) throws InterruptedException {
        if (entry == Long.MAX_VALUE) {
            return false;
        }
        try {
            Answer answer = reach.reach().ask("/api/v1/audit?limit=" + NEWEST + "&lang=" + language);
            if (!answer.isWell() || !answer.body().has("entries")) {
                return false;
            }
            for (JsonElement each : answer.body().getAsJsonArray("entries")) {
                if (isRefusal(each.getAsJsonObject())) {
                    return true;
                }
            }
            return false;
        } catch (IOException away) {
            return false; // whoever asks next waits for it
        }
    }

    private boolean isRefusal(JsonObject one) {
        JsonElement about = one.getAsJsonObject("details").get("plan");
        return text(one, "kind").equals("UPGRADE_REFUSED")
                && one.get("number").getAsLong() > entry
                && about != null
                && about.getAsString().equals(plan);
    }
}
