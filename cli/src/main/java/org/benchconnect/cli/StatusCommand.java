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
            throw new UsageException("usage: benchconnect status [--json] [--home DIR] [--lang en|it|es]");
        }
        JsonObject status = api.get("/api/v1/status?lang=" + options.language());
        if (options.json()) {
            out.println(status);
            return;
        }
        print(status, StatusWords.of(options.language()), out);
    }

    /** All of it, a line each. */
    static void print(JsonObject status, StatusWords words, PrintStream out) {
        JsonObject agent = status.getAsJsonObject("agent");
        String generation = String.format(
                Locale.ROOT,
                words.generation,
                said(agent, "generation", words.unknown),
                said(agent, "modules", words.unknown));
        line(out, words.agent, generation);
        for (JsonElement each : array(status, "instruments")) {
            JsonObject instrument = each.getAsJsonObject();
            line(
                    out,
                    words.instrument,
                    said(instrument, "model", instrument.get("adapter").getAsString()) + " "
                            + said(instrument, "serial", "") + " — " + text(instrument));
            if (!said(instrument, "evidenceText", "").isEmpty()) {
                line(out, "", said(instrument, "evidenceText", "")); // how that is known
            }
        }
        if (array(status, "instruments").isEmpty()) {
            line(out, words.instrument, words.noInstrument);
        }
        part(out, words.link, status, "link");
        part(out, words.database, status, "store");
        for (JsonElement each : array(status, "parts")) {
            line(out, "", text(each.getAsJsonObject()));
        }
        for (JsonElement each : array(status, "alerts")) {
            JsonObject alert = each.getAsJsonObject();
            line(out, words.alert, said(alert, "title", "") + ". " + text(alert));
        }
    }

    private static void part(PrintStream out, String name, JsonObject status, String member) {
        if (status.has(member) && status.get(member).isJsonObject()) {
            line(out, name, text(status.getAsJsonObject(member)));
        }
    }

    private static void line(PrintStream out, String name, String text) {
        out.printf(Locale.ROOT, "%-12s %s%n", name, text.strip());
    }

    private static JsonArray array(JsonObject object, String member) {
        return object.has(member) && object.get(member).isJsonArray() ? object.getAsJsonArray(member) : new JsonArray();
    }

    private static String text(JsonObject object) {
        return said(object, "text", "");
    }

    private static String said(JsonObject object, String member, String otherwise) {
        return object.has(member) && object.get(member).isJsonPrimitive()
                ? object.get(member).getAsString()
                : otherwise;
    }
}
