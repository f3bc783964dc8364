package org.benchconnect.cli.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** How remote support is, line by line, of the agent's view. Pure. */
final class SessionPrinter {
    private SessionPrinter() {}

    static List<String> lines(JsonObject view, String language) {
        List<String> lines = new ArrayList<>();
        lines.add(text(view, "text"));
        view.getAsJsonArray("hindrances").forEach(each -> lines.add("  - " + text(each.getAsJsonObject(), "text")));
        if (view.get("supporter").isJsonObject()) {
            lines.add(text(view.getAsJsonObject("supporter"), "text"));
        }
        if (view.get("invitation").isJsonObject()) {
            invitation(view.getAsJsonObject("invitation"), language, lines);
        }
        boolean runs = view.get("session").isJsonPrimitive();
        if (runs && !view.get("companion").getAsBoolean()) {
            lines.add(SessionPhrase.NO_COMPANION.in(language));
        }
        if (asks(view)) {
            lines.addAll(question(view, language));
            lines.add(SessionPhrase.ANSWER.in(language));
        }
        if (runs) {
            permissions(view, language, lines);
        } else if (view.get("last").isJsonObject()) {
            lines.add(text(view.getAsJsonObject("last"), "text"));
        }
        return lines;
    }

    private static void invitation(JsonObject invitation, String language, List<String> lines) {
        lines.add("");
        if (invitation.get("code").isJsonPrimitive()) {
            lines.add("  " + SessionPhrase.CODE.in(language) + " " + text(invitation, "code"));
            lines.add("  " + SessionPhrase.PASSWORD.in(language) + " " + text(invitation, "password"));
            lines.add("");
        }
        lines.add(text(invitation, "text"));
    }

    private static void permissions(JsonObject view, String language, List<String> lines) {
        if (view.getAsJsonArray("permissions").isEmpty()) {
            lines.add(SessionPhrase.NOTHING.in(language));
            return;
        }
        lines.add(SessionPhrase.ALLOWED.in(language));
        for (JsonElement each : view.getAsJsonArray("permissions")) {
            JsonObject permission = each.getAsJsonObject();
            lines.add("  " + text(permission, "lease") + "  " + text(permission, "text"));
        }
    }

    /** Whether a person is asked something now. */
    static boolean asks(JsonObject view) {
        return isRequest(view) || isString(view);
    }

    static boolean isRequest(JsonObject view) {
        return view.get("request").isJsonObject();
    }

    static boolean isString(JsonObject view) {
        return view.get("authenticationString").isJsonPrimitive()
                && !view.get("compared").getAsBoolean();
    }

    /** What a person is asked now: the warning belongs to it. */
    static List<String> question(JsonObject view, String language) {
        if (isRequest(view)) {
            JsonObject request = view.getAsJsonObject("request");
            return List.of(
                    "",
                    SessionPhrase.QUESTION.in(language),
                    "  " + text(request, "text"),
                    "  " + text(request, "warning"),
                    "");
        }
        String digits = text(view, "authenticationString");
        return List.of(
                "",
                SessionPhrase.STRING.in(language),
                "  " + digits.substring(0, 3) + " " + digits.substring(3),
                SessionPhrase.STRING_WHY.in(language),
                "");
    }

    static String text(JsonObject object, String member) {
        return object.get(member).getAsString();
    }
}
