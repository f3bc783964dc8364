package org.benchconnect.link.azure;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The one thing the agent reads in its device twin: whether the desired property {@code look} is true. Nobody signs a twin, so it can ask for no more than that. Everything
 * else in it belongs to others and is passed over.
 */
final class DesiredState {
    /** Twins have ten levels. */
    private static final int MOST_LEVELS = 16;

    private DesiredState() {}

    /** In the whole twin, as the hub answers when asked: the desired properties are one of its members. */
    static boolean asksInTwin(byte[] utf8) {
        return asks(utf8, true);
    }

    /** In a change of the desired properties. */
    static boolean asksInChange(byte[] utf8) {
        return asks(utf8, false);
    }

    private static boolean asks(byte[] utf8, boolean inTwin) {
        try {
            JsonReader json = new JsonReader(new StringReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString()));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(MOST_LEVELS);
            return inTwin ? inTwin(json) : inProperties(json);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // No twin: nothing is asked.
            return false;
        }
    }

    private static boolean inTwin(JsonReader json) throws IOException {
        boolean asks = false;
        json.beginObject();
        while (json.hasNext()) {
            if (json.nextName().equals("desired") && json.peek() == JsonToken.BEGIN_OBJECT) {
                asks = inProperties(json);
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return asks;
    }

    private static boolean inProperties(JsonReader json) throws IOException {
        boolean asks = false;
        json.beginObject();
        while (json.hasNext()) {
            if (json.nextName().equals("look") && json.peek() == JsonToken.BOOLEAN) {
                asks = json.nextBoolean();
            } else {
                json.skipValue();
            }
        }
        json.endObject();
        return asks;
    }
}
