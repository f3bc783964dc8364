package org.benchconnect.companion.alerts;

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
import org.jspecify.annotations.Nullable;

/** Reads the data of an {@code alerts} event. Unknown members are passed over, since later agents may tell more; texts that are too long are cut. */
public final class PresentReader {
    /** Characters of a title. */
    static final int TITLE = 200;
    /** Characters of a detail or a remedy. */
    static final int TEXT = 1000;
    /** Notices in one event. */
    static final int NOTICES = 50;

    private PresentReader() {}

    /**
     * What the event tells.
     *
     * @param json at most as long as the stream's reader lets a line be
     * @throws UnreadableEventException it is not as documented
     */
    public static Present read(String json) throws UnreadableEventException {
        JsonObject event = object(parsed(json), "an object");
        JsonElement notices = event.get("notices");
        if (notices == null) {
            throw new UnreadableEventException("notices");
        }
        return new Present(truth(event, "mayAcquire"), notices.isJsonNull() ? null : notices(notices), (int)
                number(event, "more", 0, Integer.MAX_VALUE));
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

    private static List<OpenNotice> notices(JsonElement element) throws UnreadableEventException {
        if (!(element instanceof JsonArray array) || array.size() > NOTICES) {
            throw new UnreadableEventException("at most " + NOTICES + " notices");
        }
        List<OpenNotice> notices = new ArrayList<>();
        for (JsonElement one : array) {
            notices.add(notice(object(one, "a notice")));
        }
        return notices;
    }

    private static OpenNotice notice(JsonObject notice) throws UnreadableEventException {
        return new OpenNotice(
                number(notice, "id", 1, 1L << 53),
                severity(notice),
                text(notice, "title", TITLE, true),
                text(notice, "detail", TEXT, false),
                text(notice, "remedy", TEXT, false),
                absent(notice, "escalatedAt") ? null : text(notice, "escalatedAt", 40, true));
    }

    private static Severity severity(JsonObject notice) throws UnreadableEventException {
        return switch (text(notice, "severity", 10, true)) {
            case "FAULT" -> Severity.FAULT;
            case "WARNING" -> Severity.WARNING;
            default -> throw new UnreadableEventException("severity");
        };
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

    private static long number(JsonObject object, String name, long least, long most) throws UnreadableEventException {
        JsonElement value = object.get(name);
        // a number of few digits: a longer one would cost time before it is refused
        if (value == null || !value.isJsonPrimitive() || !value.getAsString().matches("[0-9]{1,16}")) {
            throw new UnreadableEventException(name);
        }
        long number = Long.parseLong(value.getAsString());
        if (number < least || number > most) {
            throw new UnreadableEventException(name);
        }
        return number;
    }

    private static String text(JsonObject object, String name, int most, boolean needed)
            throws UnreadableEventException {
        if (!needed && absent(object, name)) {
            return "";
        }
        JsonElement value = object.get(name);
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isString()) {
            throw new UnreadableEventException(name);
        }
        return plain(value.getAsString(), most);
    }

    private static boolean absent(JsonObject object, String name) {
        @Nullable JsonElement value = object.get(name);
        return value == null || value.isJsonNull();
    }

    /** No control characters, which a notification server might refuse the whole message for, and not half a character at the end. */
    private static String plain(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(most)
                .map(c -> c != '\n' && Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
