package org.benchconnect.link.egress;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of objects, lists and texts as RFC 8259 writes it and no laxer: nothing else is in a profile. No name twice, no depth. */
final class ProfileJson {
    private static final int MAX_DEPTH = 5;
    private static final int MAX_MEMBERS = 80;
    private static final int MAX_TEXT = 260;

    private ProfileJson() {}

    static Map<String, Object> object(byte[] utf8) throws BrokenProfileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(MAX_DEPTH);
            Map<String, Object> object = object(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new BrokenProfileException("one JSON object", "more behind it");
            }
            return object;
        } catch (CharacterCodingException e) {
            throw new BrokenProfileException("UTF-8", "other bytes");
        } catch (IOException | IllegalStateException e) {
            throw new BrokenProfileException("one JSON object without comments", "none");
        }
    }

    private static Map<String, Object> object(JsonReader json) throws IOException, BrokenProfileException {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (members.containsKey(name) || members.size() == MAX_MEMBERS) {
                throw new BrokenProfileException("each key once, at most " + MAX_MEMBERS, "again " + name);
            }
            members.put(name, value(json));
        }
        json.endObject();
        return members;
    }

    private static Object value(JsonReader json) throws IOException, BrokenProfileException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> list(json);
            case STRING -> text(json);
            default ->
                throw new BrokenProfileException(
                        "objects, lists and texts", json.peek().name());
        };
    }

    private static List<Object> list(JsonReader json) throws IOException, BrokenProfileException {
        List<Object> values = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (values.size() == MAX_MEMBERS) {
                throw new BrokenProfileException("lists of at most " + MAX_MEMBERS, "a longer one");
            }
            values.add(value(json));
        }
        json.endArray();
        return values;
    }

    private static String text(JsonReader json) throws IOException, BrokenProfileException {
        String text = json.nextString();
        if (text.length() > MAX_TEXT) {
            throw new BrokenProfileException("texts of at most " + MAX_TEXT + " characters", "a longer one");
        }
        return text;
    }
}
