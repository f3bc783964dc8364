package org.benchconnect.link.inventory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One schema, made ready: what each of its keywords asks of a value. */
final class Rule {
    /** What says something to people only. */
    private static final Set<String> WORDS = Set.of("$schema", "$id", "$defs", "title", "description");

    private final List<Check> checks = new ArrayList<>();

    /** One keyword. */
    private record Check(String keyword, Test test) {}

    /** What it asks. */
    @FunctionalInterface
    private interface Test {
        boolean holds(JsonElement value, String place);
    }

    private Rule() {}

    /**
     * Reads a schema.
     *
     * @param whole where its references lead
     * @throws IllegalArgumentException if it has a keyword that is not understood here
     */
    static Rule of(JsonObject schema, JsonObject whole) {
        Rule rule = new Rule();
        for (Map.Entry<String, JsonElement> keyword : schema.entrySet()) {
            if (!WORDS.contains(keyword.getKey())) {
                rule.checks.add(new Check(keyword.getKey(), test(keyword.getKey(), keyword.getValue(), schema, whole)));
            }
        }
        return rule;
    }

    private static Test test(String keyword, JsonElement said, JsonObject schema, JsonObject whole) {
        return switch (keyword) {
            case "type" -> type(said.getAsString());
            case "const" -> (value, place) -> value.equals(said);
            case "enum" -> (value, place) -> said.getAsJsonArray().contains(value);
            case "pattern" -> pattern(said.getAsString());
            case "maxLength" ->
                (value, place) ->
                        !isText(value) || value.getAsString().codePoints().count() <= said.getAsLong();
            case "minimum" ->
                (value, place) -> !isNumber(value) || value.getAsBigDecimal().compareTo(said.getAsBigDecimal()) >= 0;
            case "required" -> required(said.getAsJsonArray());
            case "maxProperties" ->
                (value, place) ->
                        !value.isJsonObject() || value.getAsJsonObject().size() <= said.getAsInt();
            case "properties" -> properties(said.getAsJsonObject(), whole);
            case "additionalProperties" -> additional(said, names(schema), whole);
            case "propertyNames" -> names(of(said.getAsJsonObject(), whole));
            case "anyOf" -> any(said.getAsJsonArray(), whole);
            case "$ref" -> of(definition(said.getAsString(), whole), whole)::holds;
            default -> throw new IllegalArgumentException("a schema says " + keyword);
        };
    }

    private static Test type(String type) {
        return switch (type) {
            case "object" -> (value, place) -> value.isJsonObject();
            case "string" -> (value, place) -> isText(value);
            case "number" -> (value, place) -> isNumber(value);
            case "boolean" -> (value, place) -> value instanceof JsonPrimitive one && one.isBoolean();
            case "integer" -> (value, place) -> isNumber(value) && isWhole(value.getAsBigDecimal());
            default -> throw new IllegalArgumentException("a schema has the type " + type);
        };
    }

    /** Ours are anchored at both ends, and so mean the same to every implementation of regular expressions. */
    private static Test pattern(String said) {
        if (!said.startsWith("^") || !said.endsWith("$")) {
            throw new IllegalArgumentException("a pattern is anchored at both ends");
        }
        Pattern pattern = Pattern.compile(said.substring(1, said.length() - 1));
        return (value, place) ->
                !isText(value) || pattern.matcher(value.getAsString()).matches();
    }

    private static Test required(JsonArray names) {
        return (value, place) -> !value.isJsonObject()
                || names.asList().stream()
                        .allMatch(name -> value.getAsJsonObject().has(name.getAsString()));
    }

    private static Test properties(JsonObject said, JsonObject whole) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        said.entrySet().forEach(one -> rules.put(one.getKey(), of(one.getValue().getAsJsonObject(), whole)));
        return (value, place) -> {
            if (value.isJsonObject()) {
                rules.forEach((name, rule) -> {
                    if (value.getAsJsonObject().has(name)) {
                        rule.require(value.getAsJsonObject().get(name), place.isEmpty() ? name : place + "." + name);
                    }
                });
            }
            return true;
        };
    }

    private static Test additional(JsonElement said, Set<String> named, JsonObject whole) {
        if (said.isJsonPrimitive() && !said.getAsBoolean()) {
            return (value, place) -> !value.isJsonObject()
                    || named.containsAll(value.getAsJsonObject().keySet());
        }
        Rule rule = of(said.getAsJsonObject(), whole);
        return (value, place) -> !value.isJsonObject()
                || value.getAsJsonObject().entrySet().stream()
                        .filter(one -> !named.contains(one.getKey()))
                        .allMatch(one -> rule.holds(one.getValue(), place));
    }

    private static Test names(Rule rule) {
        return (value, place) -> !value.isJsonObject()
                || value.getAsJsonObject().keySet().stream()
                        .allMatch(name -> rule.holds(new JsonPrimitive(name), place));
    }

    private static Test any(JsonArray said, JsonObject whole) {
        List<Rule> rules = said.asList().stream()
                .map(one -> of(one.getAsJsonObject(), whole))
                .toList();
        return (value, place) -> rules.stream().anyMatch(rule -> rule.holds(value, place));
    }

    private static Set<String> names(JsonObject schema) {
        return schema.has("properties") ? schema.getAsJsonObject("properties").keySet() : Set.of();
    }

    private static JsonObject definition(String reference, JsonObject whole) {
        return whole.getAsJsonObject("$defs").getAsJsonObject(reference.replaceFirst("^#/\\$defs/", ""));
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive one && one.isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value instanceof JsonPrimitive one && one.isNumber();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** @throws NotInInventoryException if the value is not as the schema says */
    void require(JsonElement value, String place) {
        for (Check check : checks) {
            if (!check.test().holds(value, place)) {
                throw new NotInInventoryException(place.isEmpty() ? "the message" : place, check.keyword());
            }
        }
    }

    private boolean holds(JsonElement value, String place) {
        try {
            require(value, place);
            return true;
        } catch (NotInInventoryException e) {
            return false;
        }
    }
}
