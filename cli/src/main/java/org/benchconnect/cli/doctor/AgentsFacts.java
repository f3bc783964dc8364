package org.benchconnect.cli.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** The facts in a running agent's status, read as what anybody may have written. */
final class AgentsFacts {
    /** 1 January 10000, behind which nobody can read a date. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private AgentsFacts() {}

    /** Of the link; none where it says nothing. */
    static JsonObject ofLink(JsonObject status) {
        JsonElement link = status.get("link");
        return link != null && link.isJsonObject() ? facts(link.getAsJsonObject()) : new JsonObject();
    }

    /** Of the first part whose subject begins so. */
    static Optional<JsonObject> ofPart(JsonObject status, String beginning) {
        JsonElement parts = status.get("parts");
        if (parts != null && parts.isJsonArray()) {
            for (JsonElement each : parts.getAsJsonArray()) {
                JsonObject part = each.getAsJsonObject();
                if (part.has("subject") && part.get("subject").getAsString().startsWith(beginning)) {
                    return Optional.of(facts(part));
                }
            }
        }
        return Optional.empty();
    }

    private static JsonObject facts(JsonObject of) {
        JsonElement facts = of.get("facts");
        return facts != null && facts.isJsonObject() ? facts.getAsJsonObject() : new JsonObject();
    }

    /** A whole number of a size that people can read; empty if there is none. */
    static Optional<Long> number(JsonObject facts, String name) {
        return Optional.ofNullable(facts.get(name))
                .map(JsonElement::getAsDouble)
                .filter(value -> Math.abs(value) <= LAST_SECOND)
                .map(Double::longValue);
    }

    static Optional<Instant> instant(JsonObject facts, String name) {
        return number(facts, name).filter(seconds -> seconds >= 0).map(Instant::ofEpochSecond);
    }
}
