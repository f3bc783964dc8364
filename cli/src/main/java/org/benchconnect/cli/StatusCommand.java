package org.benchconnect.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** {@code benchconnect status}: how the agent, the instrument, the link and each part are. */
record StatusCommand(AgentApi api, Options options, PrintStream out) {
    void run() throws IOException, InterruptedException, UsageException {
        if (!options.words().isEmpty()) {
            throw new UsageException("usage: benchconnect status [--json] [--home DIR]");
        }
        JsonObject status = api.get("/api/v1/status?lang=" + options.language());
        if (options.json()) {
            out.println(status);
            return;
        }
        JsonObject agent = status.getAsJsonObject("agent");
        line("agent", "generation " + text(agent, "generation") + ", " + text(agent, "modules") + " modules");
        for (JsonElement each : array(status, "instruments")) {
            JsonObject instrument = each.getAsJsonObject();
            line(
                    "instrument",
                    said(instrument, "model", instrument.get("adapter").getAsString()) + " "
                            + said(instrument, "serial", "") + " — " + text(instrument, "text"));
        }
        if (array(status, "instruments").isEmpty()) {
            line(
                    "instrument",
                    "none is watched: name its folder in config/agent.json, section adapter.navios, key folder");
        }
        part("link", status, "link");
        part("database", status, "store");
        for (JsonElement each : array(status, "parts")) {
            line("", text(each.getAsJsonObject(), "text"));
        }
        for (JsonElement each : array(status, "alerts")) {
            JsonObject alert = each.getAsJsonObject();
            line("ALERT", text(alert, "title") + ". " + text(alert, "text"));
        }
    }

    private void part(String name, JsonObject status, String member) {
        if (status.has(member) && status.get(member).isJsonObject()) {
            line(name, text(status.getAsJsonObject(member), "text"));
        }
    }

    private void line(String name, String text) {
        out.printf(Locale.ROOT, "%-12s %s%n", name, text.strip());
    }

    private static JsonArray array(JsonObject object, String member) {
        return object.has(member) && object.get(member).isJsonArray() ? object.getAsJsonArray(member) : new JsonArray();
    }

    private static String text(JsonObject object, String member) {
        return said(object, member, "unknown");
    }

    private static String said(JsonObject object, String member, String otherwise) {
        return object.has(member) && object.get(member).isJsonPrimitive()
                ? object.get(member).getAsString()
                : otherwise;
    }
}
