package org.benchconnect.upgrade.tuf;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The bytes that a signature covers: OLPC canonical JSON (specification 4.2). No space, keys in the order of their code
 * points, in strings only the quote and the backslash escaped, UTF-8. For values of {@link StrictJson} only: text that is
 * valid Unicode, and whole numbers.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical form of a value, unknown fields included. */
    public static byte[] encode(JsonElement value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder out, JsonElement value) {
        if (value instanceof JsonObject object) {
            appendObject(out, object);
        } else if (value instanceof JsonArray array) {
            appendArray(out, array);
        } else if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            appendString(out, primitive.getAsString());
        } else if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            out.append(whole(primitive.getAsNumber()));
        } else {
            out.append(value); // true, false, null
        }
    }

    private static void appendObject(StringBuilder out, JsonObject object) {
        List<String> keys = new ArrayList<>(object.keySet());
        keys.sort(BY_CODE_POINT);
        char before = '{';
        for (String key : keys) {
            out.append(before);
            appendString(out, key);
            out.append(':');
            append(out, object.get(key));
            before = ',';
        }
        out.append(keys.isEmpty() ? "{}" : "}");
    }

    private static void appendArray(StringBuilder out, JsonArray array) {
        char before = '[';
        for (JsonElement element : array) {
            out.append(before);
            append(out, element);
            before = ',';
        }
        out.append(array.isEmpty() ? "[]" : "]");
    }

    private static void appendString(StringBuilder out, String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }

    private static long whole(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            return number.longValue();
        }
        throw new IllegalArgumentException("canonical JSON has whole numbers of 64 bits only");
    }

    /** Java compares UTF-16 units, which puts characters beyond the first plane before some of it. */
    private static final Comparator<String> BY_CODE_POINT = (a, b) -> {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) {
                return Integer.compare(left, right);
            }
            i += Character.charCount(left);
        }
        return Integer.compare(a.length(), b.length());
    };
}
