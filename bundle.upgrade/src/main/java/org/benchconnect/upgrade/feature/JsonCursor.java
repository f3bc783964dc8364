package org.benchconnect.upgrade.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value of parsed JSON, and where it stands, for an error that says the place.
 *
 * @param place such as {@code bundles[3].sha256}
 * @param json the value
 */
record JsonCursor(String place, JsonElement json) {
    private static final int MAX_PLACE = 120;

    /** Something that may fail for another type or form. */
    interface Step<T> {
        T of(JsonCursor at) throws MalformedFeatureException;
    }

    /** Fails here. */
    MalformedFeatureException refused(String expected) {
        return new MalformedFeatureException(place, expected);
    }

    /** The members of an object that has these keys and no other; those in {@code optional} may be missing. */
    Members members(Set<String> required, Set<String> optional) throws MalformedFeatureException {
        JsonObject object = object();
        for (String key : required) {
            if (!object.has(key)) {
                throw refused("\"" + key + "\" is missing");
            }
        }
        for (String key : object.keySet()) {
            if (!required.contains(key) && !optional.contains(key)) {
                Set<String> known = new TreeSet<>(required);
                known.addAll(optional);
                throw refused("a key is unknown; known are " + String.join(", ", known));
            }
        }
        return new Members(this, object);
    }

    /** The members of an object with any keys, in order. */
    Map<String, JsonCursor> map() throws MalformedFeatureException {
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> member : object().entrySet()) {
            members.put(member.getKey(), new JsonCursor(within(place + ".*"), member.getValue()));
        }
        return members;
    }

    /** The elements of an array. */
    List<JsonCursor> elements(int most) throws MalformedFeatureException {
        if (!(json instanceof JsonArray array) || array.size() > most) {
            throw refused("a list of at most " + most + " is expected");
        }
        List<JsonCursor> elements = new ArrayList<>();
        for (JsonElement element : array) {
            elements.add(new JsonCursor(within(place + "[" + elements.size() + "]"), element));
        }
        return elements;
    }

    /** The elements of an array as a set: none may come twice. */
    <T> Set<T> set(int most, Step<T> step) throws MalformedFeatureException {
        Set<T> set = new TreeSet<>();
        for (JsonCursor element : elements(most)) {
            if (!set.add(step.of(element))) {
                throw element.refused("it stands here twice");
            }
        }
        return set;
    }

    String text() throws MalformedFeatureException {
        if (json instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw refused("a text is expected");
    }

    long number() throws MalformedFeatureException {
        if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive.getAsLong();
        }
        throw refused("a whole number is expected");
    }

    /** A number that an {@code int} holds; others become one that every range refuses. */
    int small() throws MalformedFeatureException {
        return (int) Math.max(-1, Math.min(number(), Integer.MAX_VALUE));
    }

    boolean flag() throws MalformedFeatureException {
        if (json instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw refused("true or false is expected");
    }

    private JsonObject object() throws MalformedFeatureException {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw refused("an object is expected");
    }

    private static String within(String place) {
        return place.length() > MAX_PLACE ? place.substring(0, MAX_PLACE) : place;
    }

    /** An object whose keys are known. */
    record Members(JsonCursor of, JsonObject object) {
        /** A member, which must be there. */
        JsonCursor get(String key) {
            String place = of.place().equals(FeatureReader.TOP) ? key : of.place() + "." + key;
            return new JsonCursor(place, object.get(key));
        }

        boolean has(String key) {
            return object.has(key);
        }
    }
}
