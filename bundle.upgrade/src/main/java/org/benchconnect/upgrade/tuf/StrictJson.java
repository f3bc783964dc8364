package org.benchconnect.upgrade.tuf;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON that two readers cannot understand differently: RFC 8259, and no key twice in an object, whole numbers only (of 64
 * bits, no exponent, no {@code -0}), valid UTF-8, no byte order mark, no lone surrogate, nothing after the value, at most 32
 * levels and 100,000 values. It guarantees the form only; the length must be capped before, and what it means is checked by the caller.
 */
public final class StrictJson {
    private static final int DEEPEST = 32;
    /** Each takes up to 250 bytes of memory, so that no text takes more than 25 MB. */
    private static final int MOST_VALUES = 100_000;

    private final String text;
    private int at;
    private int values;

    private StrictJson(String text) {
        this.text = text;
    }

    /** The one value that the bytes are; objects keep the order of their keys, whole numbers are {@code long}. */
    public static JsonElement parse(byte[] bytes) throws StrictJsonException {
        StrictJson json = new StrictJson(decode(bytes));
        json.skipSpace();
        JsonElement value = json.value(0);
        json.skipSpace();
        if (json.at < json.text.length()) {
            throw json.error("something stands after the end");
        }
        return value;
    }

    /** Like {@link #parse}, where only an object will do. */
    public static JsonObject parseObject(byte[] bytes) throws StrictJsonException {
        if (parse(bytes) instanceof JsonObject object) {
            return object;
        }
        throw new StrictJsonException("an object is expected", 0);
    }

    private static String decode(byte[] bytes) throws StrictJsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new StrictJsonException("invalid UTF-8", 0);
        }
    }

    private JsonElement value(int depth) throws StrictJsonException {
        if (depth > DEEPEST) {
            throw error("more than " + DEEPEST + " levels");
        }
        if (++values > MOST_VALUES) {
            throw error("more than " + MOST_VALUES + " values");
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonPrimitive(string());
            case 't' -> word("true", new JsonPrimitive(true));
            case 'f' -> word("false", new JsonPrimitive(false));
            case 'n' -> word("null", JsonNull.INSTANCE);
            default -> new JsonPrimitive(number());
        };
    }

    private JsonObject object(int depth) throws StrictJsonException {
        JsonObject object = new JsonObject();
        at++;
        skipSpace();
        if (peek() == '}') {
            at++;
            return object;
        }
        do {
            skipSpace();
            member(object, depth);
            skipSpace();
        } while (another('}'));
        return object;
    }

    private void member(JsonObject object, int depth) throws StrictJsonException {
        if (peek() != '"') {
            throw error("a key in quotes is expected");
        }
        String key = string();
        if (object.has(key)) {
            throw error("a key stands twice in the same object");
        }
        skipSpace();
        if (peek() != ':') {
            throw error("a colon is expected");
        }
        at++;
        skipSpace();
        object.add(key, value(depth + 1));
    }

    private JsonArray array(int depth) throws StrictJsonException {
        JsonArray array = new JsonArray();
        at++;
        skipSpace();
        if (peek() == ']') {
            at++;
            return array;
        }
        do {
            skipSpace();
            array.add(value(depth + 1));
            skipSpace();
        } while (another(']'));
        return array;
    }

    /** Whether a comma says that another element follows; otherwise it must be the end. */
    private boolean another(char end) throws StrictJsonException {
        char next = peek();
        if (next != ',' && next != end) {
            throw error("a comma or the end of an object or array is expected");
        }
        at++;
        return next == ',';
    }

    private JsonElement word(String word, JsonElement value) throws StrictJsonException {
        if (!text.startsWith(word, at)) {
            throw error("a value is expected");
        }
        at += word.length();
        return value;
    }

    private long number() throws StrictJsonException {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == digits) {
            throw error("a value is expected");
        }
        if (text.charAt(digits) == '0' && at - from > 1) {
            throw error("a number with a zero before it");
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw error("a number that is not whole");
        }
        try {
            return Long.parseLong(text, from, at, 10);
        } catch (NumberFormatException e) {
            throw error("a number of more than 64 bits");
        }
    }

    private String string() throws StrictJsonException {
        StringBuilder string = new StringBuilder();
        at++;
        for (char c = peek(); c != '"'; c = peek()) {
            if (c < ' ') {
                throw error("a control character in a string");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(string)) {
            throw error("half of a surrogate pair in a string");
        }
        return string.toString();
    }

    private char escaped() throws StrictJsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw error("an unknown escape");
        };
    }

    private char unit() throws StrictJsonException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw error("four hexadecimal digits are expected");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private char peek() throws StrictJsonException {
        if (at >= text.length()) {
            throw error("the end is missing");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private StrictJsonException error(String problem) {
        return new StrictJsonException(problem, at);
    }
}
