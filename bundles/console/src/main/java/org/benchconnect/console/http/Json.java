package org.benchconnect.console.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.Strictness;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.benchconnect.console.http.Refused.Reason;

/** JSON as this API writes and reads it: times in UTC by ISO 8601, nothing left out, nothing lenient. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .serializeNulls()
            .disableHtmlEscaping()
            .registerTypeAdapter(Instant.class, (JsonSerializer<Instant>)
                    (instant, type, context) -> new JsonPrimitive(instant.toString()))
            .create();

    private Json() {}

    /** One line of JSON. */
    public static String text(Object value) {
        return GSON.toJson(value);
    }

    static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    static JsonObject object(byte[] utf8) throws Refused {
        try {
            JsonElement read = GSON.fromJson(new String(utf8, StandardCharsets.UTF_8), JsonElement.class);
            if (read != null && read.isJsonObject()) {
                return read.getAsJsonObject();
            }
        } catch (JsonParseException e) {
            throw new Refused(400, Reason.BAD_REQUEST, "The body is not JSON");
        }
        throw new Refused(400, Reason.BAD_REQUEST, "The body must be a JSON object");
    }
}
