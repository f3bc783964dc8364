package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whether anything more comes of an allowed plan. While the agent starts, it answers for a moment that nothing is new, although the plan goes on: so a plan
 * that is not seen is over only when the record of its end is there, or when it stays away. One thread.
 */
final class Outlook {
    /** How a plan looks. */
    enum Sight {
        /** It waits, is carried out, or proves. */
        GOES_ON,
        /** It is not there, and perhaps comes back. */
        GONE,
        /** Nothing more comes of it. */
        OVER
    }

    private final String plan;
    private final Set<String> ended;
    private final Duration settle;
    private String seen = "";
    private long since;

    /**
     * @param ended the keys ({@link Changes#key}) of what had ended before; an earlier attempt at the same plan may be among them
     * @param settle how long the same has to be seen before it counts
     */
    Outlook(String plan, Set<String> ended, Duration settle) {
        this.plan = plan;
        this.ended = Set.copyOf(ended);
        this.settle = settle;
    }

    /** What is seen is no more than a moment old, and the agent was there since the last call. */
    Sight see(JsonObject state, long nanos) {
        if (ended(state.get("last").isJsonObject() ? state.getAsJsonObject("last") : new JsonObject())) {
            return Sight.OVER;
        }
        if (isUnderWay(state)) {
            seen = "";
            return Sight.GOES_ON;
        }
        String sight = text(state, "phase") + " " + planOf(state).orElse("") + " "
                + (state.get("last").isJsonObject() ? Changes.key(state.getAsJsonObject("last")) : "");
        if (!sight.equals(seen)) {
            seen = sight;
            since = nanos;
        }
        return nanos - since >= settle.toNanos() ? Sight.OVER : Sight.GONE;
    }

    /** Whatever was seen before counts for nothing: the agent was away. */
    void away() {
        seen = "";
    }

    /** Whether this is the record of this plan's end. */
    boolean ended(JsonObject record) {
        return isOf(record, plan) && !text(record, "outcome").equals("PROVES") && !ended.contains(Changes.key(record));
    }

    private boolean isUnderWay(JsonObject state) {
        boolean here = planOf(state).filter(plan::equals).isPresent()
                && !text(state, "phase").equals("OFFERED");
        boolean proves = state.get("last").isJsonObject()
                && isOf(state.getAsJsonObject("last"), plan)
                && text(state.getAsJsonObject("last"), "outcome").equals("PROVES"); // the plan itself may be forgotten
        return here || proves || text(state, "phase").equals("GOES_BACK");
    }

    private static Optional<String> planOf(JsonObject state) {
        return state.get("plan").isJsonObject()
                ? Optional.of(text(state.getAsJsonObject("plan"), "id"))
                : Optional.empty();
    }

    private static boolean isOf(JsonObject record, String plan) {
        return record.has("plan")
                && record.get("plan").isJsonPrimitive()
                && text(record, "plan").equals(plan);
    }
}
