package org.benchconnect.cli.upgrade;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The agent's views of upgrades as lines of text; every sentence in them is the agent's. Pure. */
final class UpgradePrinter {
    private UpgradePrinter() {}

    /** How it is, with what it waits for. */
    static List<String> state(JsonObject view) {
        List<String> lines = new ArrayList<>();
        lines.add(text(view, "text"));
        if (text(view, "phase").equals("NOTHING_NEW")) {
            add(lines, view, "lookedText");
        }
        add(lines, view, "platformText");
        if (view.get("approval").isJsonObject()) {
            add(lines, view.getAsJsonObject("approval"), "text");
            add(lines, view.getAsJsonObject("approval"), "whenText");
        }
        for (JsonElement each : view.getAsJsonArray("waitsFor")) {
            lines.add("  - " + text(each.getAsJsonObject(), "text"));
        }
        add(lines, view, "idleText");
        add(lines, view, "fixesText");
        return lines;
    }

    /** What is offered or under way, as it is explained; empty if nothing is. */
    static List<String> plan(JsonObject view) {
        if (!view.get("plan").isJsonObject()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (JsonElement each : view.getAsJsonObject("plan").getAsJsonArray("explanation")) {
            JsonObject section = each.getAsJsonObject();
            lines.add("");
            lines.add(text(section, "title"));
            section.getAsJsonArray("lines").forEach(line -> lines.add("  " + line.getAsString()));
        }
        for (JsonElement each : view.getAsJsonObject("plan").getAsJsonArray("features")) {
            JsonObject feature = each.getAsJsonObject();
            lines.add("");
            lines.add(text(feature, "name") + " " + text(feature, "to"));
            lines.add("  " + text(feature, "document"));
        }
        return lines;
    }

    /** Every change, the newest first. */
    static List<String> records(JsonArray records) {
        List<String> lines = new ArrayList<>();
        for (JsonElement each : records) {
            JsonObject record = each.getAsJsonObject();
            lines.add(String.format(
                    Locale.ROOT,
                    "%4d  %s  %s %s",
                    record.get("generation").getAsInt(),
                    text(record, "moment"),
                    text(record, "text"),
                    text(record, "outcomeText")));
        }
        return lines;
    }

    /** One change for the validation file. */
    static List<String> paper(JsonObject paper) {
        List<String> lines = new ArrayList<>();
        lines.add(text(paper, "title"));
        for (JsonElement each : paper.getAsJsonArray("parts")) {
            JsonObject part = each.getAsJsonObject();
            lines.add("");
            lines.add(text(part, "title"));
            for (JsonElement line : part.getAsJsonArray("lines")) {
                JsonObject one = line.getAsJsonObject();
                lines.add("  " + text(one, "label") + ": " + text(one, "value"));
            }
        }
        return lines;
    }

    private static void add(List<String> lines, JsonObject object, String member) {
        if (!object.get(member).isJsonNull() && !text(object, member).isBlank()) {
            lines.add(text(object, member));
        }
    }

    static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }
}
