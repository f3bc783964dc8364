package org.benchconnect.tests.privacy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Values that must never leave, and the search for them. Two kinds of value are not searched for, because they would be found
 * everywhere: those shorter than {@value #SHORTEST} characters, and those that are a word of this software's own, such as the
 * colour of a laser. Each is listed in {@link #skipped} by where it stands, so that a test can say which ones they may be.
 */
public final class Canaries {
    /** Shorter values are not searched for. */
    public static final int SHORTEST = 4;

    /** What the agent says itself, of lasers. */
    private static final Set<String> OWN_WORDS = Set.of("RED", "BLUE", "VIOLET");

    private final Map<Integer, List<Disguise.Needle>> byFirstFour = new HashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private int searched;

    private Canaries() {}

    /** Canaries by where they stand, which is what failures say of them. */
    public static Canaries of(Map<String, String> valuesByPlace) {
        Canaries canaries = new Canaries();
        valuesByPlace.forEach(canaries::add);
        return canaries;
    }

    /** Canaries that stand nowhere in particular. */
    public static Canaries of(Iterable<String> values) {
        Map<String, String> byPlace = new LinkedHashMap<>();
        values.forEach(value -> byPlace.put("value " + (byPlace.size() + 1), value));
        return of(byPlace);
    }

    /** Those of a file {@code {"sample": {"KEYWORD": "value"}}}. */
    public static Canaries read(Path json) throws IOException {
        Map<String, String> byPlace = new LinkedHashMap<>();
        JsonObject samples = JsonParser.parseString(Files.readString(json)).getAsJsonObject();
        for (Map.Entry<String, JsonElement> sample : samples.entrySet()) {
            sample.getValue()
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(keyword -> byPlace.put(
                            sample.getKey() + " " + keyword.getKey(),
                            keyword.getValue().getAsString()));
        }
        return of(byPlace);
    }

    private void add(String place, String value) {
        String stripped = value.strip();
        if (stripped.length() < SHORTEST || OWN_WORDS.contains(stripped.toUpperCase(Locale.ROOT))) {
            skipped.add(place);
            return;
        }
        searched++;
        for (Disguise.Needle needle : Disguise.of(place, stripped)) {
            byFirstFour
                    .computeIfAbsent(Disguise.firstFour(needle.bytes(), 0), hash -> new ArrayList<>())
                    .add(needle);
        }
    }

    /** How many values are searched for. */
    public int size() {
        return searched;
    }

    /** Where the values stand that are not searched for. */
    public List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Each canary that is in these bytes: its place and its disguise, never its value. */
    public Set<String> in(byte[] output) {
        Set<String> found = new LinkedHashSet<>();
        Layers.of(output).forEach(layer -> search(layer, found));
        return found;
    }

    /** The same, of a text. */
    public Set<String> in(String output) {
        return in(output.getBytes(StandardCharsets.UTF_8));
    }

    private void search(Layers.Layer layer, Set<String> found) {
        byte[] bytes = layer.bytes();
        for (int at = 0; at + SHORTEST <= bytes.length; at++) {
            for (Disguise.Needle needle : byFirstFour.getOrDefault(Disguise.firstFour(bytes, at), List.of())) {
                if (needle.isAt(bytes, at)) {
                    found.add(needle.place() + ": " + layer.how() + needle.how());
                }
            }
        }
    }
}
