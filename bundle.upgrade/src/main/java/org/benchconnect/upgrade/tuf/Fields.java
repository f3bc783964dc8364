package org.benchconnect.upgrade.tuf;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One JSON object of a role's metadata, read field by field. Whatever is missing or of another kind is refused with the field's
 * path; fields nobody asks for are ignored, as the specification wants (chapter 4), and stay in the signed bytes.
 */
final class Fields {
    /** The greatest whole number that every JSON reader understands alike, 2^53 - 1. */
    static final long GREATEST = (1L << 53) - 1;

    private static final int LONGEST_SHOWN = 80;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private final String role;
    private final String where;
    private final JsonObject object;

    Fields(String role, String where, JsonObject object) {
        this.role = role;
        this.where = where;
        this.object = object;
    }

    String role() {
        return role;
    }

    Set<String> names() {
        return object.keySet();
    }

    boolean has(String name) {
        return object.has(name);
    }

    JsonObject json() {
        return object;
    }

    String text(String name) throws MalformedMetadataException {
        return textOf(object.get(name), path(name));
    }

    /** A whole number of at least {@code least} and at most {@link #GREATEST}. */
    long whole(String name, long least) throws MalformedMetadataException {
        if (object.get(name) instanceof JsonPrimitive primitive && primitive.isNumber()) {
            long number = primitive.getAsLong();
            if (number >= least && number <= GREATEST) {
                return number;
            }
        }
        throw malformed(path(name) + " is not a whole number from " + least + " to " + GREATEST);
    }

    OptionalLong optionalWhole(String name, long least) throws MalformedMetadataException {
        return has(name) ? OptionalLong.of(whole(name, least)) : OptionalLong.empty();
    }

    boolean truth(String name) throws MalformedMetadataException {
        if (object.get(name) instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw malformed(path(name) + " is neither true nor false");
    }

    Fields object(String name) throws MalformedMetadataException {
        return objectOf(object.get(name), path(name));
    }

    Optional<Fields> optionalObject(String name) throws MalformedMetadataException {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name) throws MalformedMetadataException {
        List<Fields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            objects.add(objectOf(element, path(name) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String name) throws MalformedMetadataException {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            texts.add(textOf(element, path(name) + "[" + texts.size() + "]"));
        }
        return List.copyOf(texts);
    }

    MalformedMetadataException malformed(String problem) {
        return new MalformedMetadataException(role, problem);
    }

    /** Without what moves the cursor or turns the direction of text: controls, formats, ends of lines, half characters. */
    static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    /** Text of somebody else's for a message: not long, and printable. */
    static String shown(String text) {
        String visible = printable(text);
        return visible.length() <= LONGEST_SHOWN ? visible : visible.substring(0, LONGEST_SHOWN) + "...";
    }

    private JsonArray array(String name) throws MalformedMetadataException {
        if (object.get(name) instanceof JsonArray array) {
            return array;
        }
        throw malformed(path(name) + " is not a list");
    }

    private Fields objectOf(JsonElement element, String path) throws MalformedMetadataException {
        if (element instanceof JsonObject inner) {
            return new Fields(role, path, inner);
        }
        throw malformed(path + " is not an object");
    }

    private String textOf(JsonElement element, String path) throws MalformedMetadataException {
        if (element instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw malformed(path + " is not text");
    }

    private String path(String name) {
        return where.isEmpty() ? shown(name) : where + "." + shown(name);
    }
}
