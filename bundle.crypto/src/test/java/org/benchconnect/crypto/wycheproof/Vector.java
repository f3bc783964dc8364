package org.benchconnect.crypto.wycheproof;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HexFormat;

/**
 * A test vector within its group.
 *
 * @param group with keys and parameters
 * @param test with input and result
 */
public record Vector(JsonObject group, JsonObject test) {
    /** A text of the group, or empty. */
    public String parameter(String name) {
        return text(group, name);
    }

    /** A number of the group, or -1. */
    public int number(String name) {
        return group.has(name) ? group.get(name).getAsInt() : -1;
    }

    /** A text of an object of the group, or empty. */
    public String parameter(String object, String name) {
        JsonElement found = group.get(object);
        return found != null && found.isJsonObject() ? text(found.getAsJsonObject(), name) : "";
    }

    /** Bytes of the group, in hexadecimal. */
    public byte[] bytesOfGroup(String name) {
        return HexFormat.of().parseHex(parameter(name));
    }

    /** Bytes of the test, in hexadecimal; none if they are missing. */
    public byte[] bytes(String name) {
        return HexFormat.of().parseHex(text(test, name));
    }

    /** A number of the test. */
    public int count(String name) {
        return test.get(name).getAsInt();
    }

    /** valid, invalid or acceptable. */
    public String result() {
        return text(test, "result");
    }

    /** For a report. */
    public String id() {
        return "tcId " + text(test, "tcId") + " (" + text(test, "comment") + ")";
    }

    /** A text or number of an object as text, or empty. */
    public static String text(JsonObject object, String name) {
        JsonElement found = object.get(name);
        return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
    }
}
