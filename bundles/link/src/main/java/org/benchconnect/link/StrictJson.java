package org.benchconnect.link;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads one JSON object of objects, strings, numbers and booleans, as RFC 8259 writes it and no laxer. A name that comes
 * twice is refused: two readers could otherwise see two different events. No arrays and no nulls: no event has any.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 3;
    private static final int MAX_MEMBERS = 80;
    private static final int MAX_TEXT = 256;
    private static final int MAX_DIGITS = 420;

    private StrictJson() {}

    /**
     * The members of the object.
     *
     * @throws MalformedEventException if these bytes are none, or one with something else in it
     */
    public static Map<String, Object> object(byte[] utf8) throws MalformedEventException {
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
                throw new MalformedEventException("an event is one JSON object");
            }
            return object;
        } catch (CharacterCodingException e) {
            throw new MalformedEventException("an event is UTF-8");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // Gson's messages have parts of the text.
            throw new MalformedEventException("an event is JSON");
        }
    }

    private static Map<String, Object> object(JsonReader json) throws IOException, MalformedEventException {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = bounded(json.nextName());
            if (members.put(name, value(json)) != null) {
                throw new MalformedEventException("a name comes once in its object");
            }
            if (members.size() > MAX_MEMBERS) {
                throw new MalformedEventException("an object has at most " + MAX_MEMBERS + " members");
            }
        }
        json.endObject();
        return members;
    }

    private static Object value(JsonReader json) throws IOException, MalformedEventException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case STRING -> bounded(json.nextString());
            case BOOLEAN -> json.nextBoolean();
            case NUMBER -> number(json.nextString());
            default -> throw new MalformedEventException("a value is an object, a string, a number or a boolean");
        };
    }

    private static BigDecimal number(String digits) throws MalformedEventException {
        if (digits.length() > MAX_DIGITS) {
            throw new MalformedEventException("a number has at most " + MAX_DIGITS + " digits");
        }
        return new BigDecimal(digits);
    }

    private static String bounded(String text) throws MalformedEventException {
        if (text.length() > MAX_TEXT) {
            throw new MalformedEventException("a string has at most " + MAX_TEXT + " characters");
        }
        return text;
    }
}
