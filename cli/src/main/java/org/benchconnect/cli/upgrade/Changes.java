package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every change that the agent knows of. A generation's number repeats when somebody goes back to it, so each change has a number to type that does not:
 * {@code 8}, or {@code 4.1} and {@code 4.2} from the oldest on. Pure.
 *
 * @param newestFirst as the API gives them
 */
record Changes(List<JsonObject> newestFirst) {
    /** Copies the list. */
    Changes {
        newestFirst = List.copyOf(newestFirst);
    }

    /** Out of the API's answer; an agent that has none gives none. */
    static Changes of(JsonObject answer) {
        List<JsonObject> all = new ArrayList<>();
        if (answer.has("records")) {
            for (JsonElement each : answer.getAsJsonArray("records")) {
                all.add(each.getAsJsonObject());
            }
        }
        return new Changes(all);
    }

    /** Tells one change from every other, and its end from its trial. */
    static String key(JsonObject record) {
        return List.of("generation", "begun", "outcome").stream()
                .map(member -> record.has(member) ? text(record, member) : "")
                .collect(Collectors.joining(" "));
    }

    /** The keys of all. */
    Set<String> keys() {
        return newestFirst.stream().map(Changes::key).collect(Collectors.toSet());
    }

    /** The newest that is so. */
    Optional<JsonObject> newest(Predicate<JsonObject> is) {
        return newestFirst.stream().filter(is).findFirst();
    }

    /** Each by the number to type, the newest first. */
    Map<String, JsonObject> byNumber() {
        Map<Integer, Integer> left = new HashMap<>();
        newestFirst.forEach(one -> left.merge(generation(one), 1, Integer::sum));
        Map<Integer, Integer> times = Map.copyOf(left);
        Map<String, JsonObject> all = new LinkedHashMap<>();
        for (JsonObject one : newestFirst) {
            int generation = generation(one);
            int place = left.merge(generation, -1, Integer::sum) + 1;
            all.put(times.getOrDefault(generation, 1) > 1 ? generation + "." + place : String.valueOf(generation), one);
        }
        return all;
    }

    /** The one that has this number, {@code 4.2}; the first of a generation always has {@code .1} too. */
    Optional<JsonObject> numbered(String typed) {
        Map<String, JsonObject> all = byNumber();
        return Optional.ofNullable(all.get(typed))
                .or(() -> typed.endsWith(".1")
                        ? Optional.ofNullable(all.get(typed.substring(0, typed.length() - 2)))
                        : Optional.empty());
    }

    static int generation(JsonObject record) {
        return record.get("generation").getAsInt();
    }
}
