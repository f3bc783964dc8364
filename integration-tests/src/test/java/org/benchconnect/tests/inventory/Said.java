package org.benchconnect.tests.inventory;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;
import org.benchconnect.tests.lab.LabApi;

/** What the agent itself says of what may leave, waits and left. */
record Said(LabApi api) {
    /** The streams that are on. */
    Set<Stream> on() throws IOException, InterruptedException {
        return streams().getAsJsonArray("streams").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("on").getAsBoolean())
                .map(one -> Stream.valueOf(one.get("stream").getAsString()))
                .collect(Collectors.toSet());
    }

    /** How many messages wait in the outbox, of whatever stream. */
    long waiting() throws IOException, InterruptedException {
        return streams().getAsJsonObject("outbox").get("waiting").getAsLong();
    }

    private JsonObject streams() throws IOException, InterruptedException {
        return api.get("/api/v1/streams?lang=en").ok();
    }

    /** The newest messages that left, exactly as they were sent. */
    List<String> departed() throws IOException, InterruptedException {
        return api.get("/api/v1/departures?lang=en&limit=100").ok().getAsJsonArray("departures").asList().stream()
                .map(one -> one.getAsJsonObject().get("content").getAsString())
                .toList();
    }
}
