package org.benchconnect.companion.support;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.benchconnect.companion.alerts.UnreadableEventException;

/** Reads the data of a {@code session} event. Unknown members are passed over, since later agents may tell more; texts that are too long are cut. */
public final class SupportReader {
    /** Characters of a name. */
    static final int NAME = 80;
    /** Characters of what is allowed. */
    static final int TEXT = 200;
    /** Permissions at once. */
    static final int PERMISSIONS = 20;

    private static final Set<String> OVER = Set.of("DISABLED", "IDLE", "CLOSED", "LOCKED_OUT");

    private SupportReader() {}

    /**
     * What the event tells. A state that is not known counts as a running session: the banner is rather shown than not.
     *
     * @throws UnreadableEventException it is not as documented
     */
    public static Support read(String json) throws UnreadableEventException {
        JsonObject event = object(parsed(json), "an object");
        JsonElement session = event.get("session");
        if (session == null) {
            throw new UnreadableEventException("session");
        }
        if (session.isJsonNull()) {
            return Support.NONE;
        }
        JsonObject now = object(session, "a session");
        if (OVER.contains(text(now, "state", TEXT))) {
            return Support.NONE;
        }
        return new Support(
                true,
                truth(now, "practice"),
                is(now, "supporter") ? text(object(now.get("supporter"), "a supporter"), "name", NAME) : "",
                allowed(now.get("permissions")),
                !truth(now, "compared") && is(now, "authenticationString") ? digits(now) : "",
                is(now, "request") ? text(object(now.get("request"), "a request"), "id", NAME) : "");
    }

    private static List<String> allowed(JsonElement permissions) throws UnreadableEventException {
        if (!(permissions instanceof JsonArray array) || array.size() > PERMISSIONS) {
            throw new UnreadableEventException("at most " + PERMISSIONS + " permissions");
        }
        List<String> allowed = new ArrayList<>();
        for (JsonElement one : array) {
            allowed.add(text(object(one, "a permission"), "text", TEXT));
        }
        return allowed;
    }

    private static String digits(JsonObject now) throws UnreadableEventException {
        String digits = text(now, "authenticationString", TEXT);
        if (!digits.matches("[0-9]{6}")) {
            throw new UnreadableEventException("six digits");
        }
        return digits.substring(0, 3) + " " + digits.substring(3);
    }

    private static JsonElement parsed(String json) throws UnreadableEventException {
        try {
            JsonReader reader = new JsonReader(new StringReader(json));
            reader.setStrictness(Strictness.STRICT);
            return JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            throw new UnreadableEventException("JSON");
        }
    }

    private static boolean is(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    private static JsonObject object(JsonElement element, String expected) throws UnreadableEventException {
        if (element instanceof JsonObject object) {
            return object;
        }
        throw new UnreadableEventException(expected);
    }

    private static boolean truth(JsonObject object, String name) throws UnreadableEventException {
        JsonElement value = object.get(name);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isBoolean()) {
            throw new UnreadableEventException(name);
        }
        return value.getAsBoolean();
    }

    private static String text(JsonObject object, String name, int most) throws UnreadableEventException {
        JsonElement value = object.get(name);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isString()) {
            throw new UnreadableEventException(name);
        }
        return Shown.of(value.getAsString(), most);
    }
}
