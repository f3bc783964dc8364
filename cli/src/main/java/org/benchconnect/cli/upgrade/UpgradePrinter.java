package org.benchconnect.cli.upgrade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The agent's views of upgrades as lines of text; what they say is the agent's, but for the few sentences of {@link UpgradePhrase}. Pure. */
final class UpgradePrinter {
    private UpgradePrinter() {}

    /** How it is, with what it waits for. */
    static List<String> state(JsonObject view, String language) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(view, language));
        if (text(view, "phase").equals("NOTHING_NEW")) {
            add(lines, view, "lookedText");
        }
        add(lines, view, "platformText");
        if (view.get("approval").isJsonObject()) {
            add(lines, view.getAsJsonObject("approval"), "text");
            if (text(view, "phase").equals("WAITS")) {
                add(lines, view.getAsJsonObject("approval"), "whenText"); // later it has begun
            }
        }
        for (JsonElement each : view.getAsJsonArray("waitsFor")) {
            lines.add("  - " + text(each.getAsJsonObject(), "text"));
        }
        add(lines, view, "idleText");
        add(lines, view, "fixesText");
        return lines;
    }

    /** How it is, in one sentence: what proves after a person went back is no newer release. */
    static String sentence(JsonObject view, String language) {
        boolean back = text(view, "phase").equals("PROVES")
                && view.get("last").isJsonObject()
                && view.getAsJsonObject("last").has("kind")
                && text(view.getAsJsonObject("last"), "kind").equals("ROLLBACK");
        return back ? UpgradePhrase.PROVES_BACK.in(language) : text(view, "text");
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

    /** Every change, the newest first, each with the number to type for its record. */
    static List<String> records(Changes changes) {
        List<String> lines = new ArrayList<>();
        changes.byNumber()
                .forEach((number, record) -> lines.add(String.format(
                        Locale.ROOT,
                        "%6s  %s  %s %s",
                        number,
                        text(record, "moment"),
                        text(record, "text"),
                        text(record, "outcomeText"))));
        return lines;
    }

    /** One change for the validation file. */
    static List<String> paper(JsonObject paper, String language) {
        List<String> lines = new ArrayList<>();
        boolean key = false;
        lines.add(text(paper, "title"));
        for (JsonElement each : paper.getAsJsonArray("parts")) {
            JsonObject part = each.getAsJsonObject();
            lines.add("");
            lines.add(text(part, "title"));
            for (JsonElement line : part.getAsJsonArray("lines")) {
                JsonObject one = line.getAsJsonObject();
                lines.add("  " + text(one, "label") + ": " + text(one, "value"));
                key |= text(one, "value").contains("device.pub");
            }
        }
        if (key) {
            lines.add("  " + UpgradePhrase.DEVICE_PUB.in(language));
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
