package org.benchconnect.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares JSON with the part of JSON Schema that our OpenAPI document uses; an unknown keyword is a failure too. */
final class SchemaCheck {
    private static final List<String> KNOWN = List.of(
            "type", "description", "required", "properties", "additionalProperties", "items", "enum", "format", "$ref");

    private final JsonObject document;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(JsonObject document) {
        this.document = document;
    }

    /** What does not agree; empty if all does. Members that the document does not name are problems as well. */
    static List<String> problems(JsonObject document, JsonObject schema, JsonElement value) {
        SchemaCheck check = new SchemaCheck(document);
        check.compare("$", schema, value);
        return check.problems;
    }

    /** The part of the document that a local reference names. */
    static JsonObject resolve(JsonObject document, JsonObject part) {
        if (!part.has("$ref")) {
            return part;
        }
        JsonObject found = document;
        for (String step : part.get("$ref").getAsString().substring(2).split("/")) {
            found = found.getAsJsonObject(step);
        }
        return found;
    }

    private void compare(String where, JsonObject unresolved, JsonElement value) {
        JsonObject schema = resolve(document, unresolved);
        schema.keySet().stream().filter(key -> !KNOWN.contains(key)).forEach(key -> problems.add(where + ": " + key));
        if (schema.has("type") && !isOneOf(schema.get("type"), value)) {
            problems.add(where + " is not " + schema.get("type") + ": " + value);
            return;
        }
        if (schema.has("enum")
                && !value.isJsonNull()
                && !schema.getAsJsonArray("enum").contains(value)) {
            problems.add(where + " is none of the enum: " + value);
        }
        if (schema.has("format") && !value.isJsonNull() && !isTime(value.getAsString())) {
            problems.add(where + " is no time: " + value);
        }
        if (value.isJsonObject()) {
            compareMembers(where, schema, value.getAsJsonObject());
        }
        if (value.isJsonArray() && schema.has("items")) {
            value.getAsJsonArray().forEach(item -> compare(where + "[]", schema.getAsJsonObject("items"), item));
        }
    }

    private void compareMembers(String where, JsonObject schema, JsonObject value) {
        if (schema.has("required")) {
            schema.getAsJsonArray("required").forEach(name -> {
                if (!value.has(name.getAsString())) {
                    problems.add(where + " lacks " + name);
                }
            });
        }
        JsonObject properties = schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
        value.entrySet().forEach(member -> {
            String inside = where + "." + member.getKey();
            if (properties.has(member.getKey())) {
                compare(inside, properties.getAsJsonObject(member.getKey()), member.getValue());
            } else if (schema.has("additionalProperties")) {
                compare(inside, schema.getAsJsonObject("additionalProperties"), member.getValue());
            } else if (schema.has("properties")) {
                problems.add(inside + " is not documented");
            }
        });
    }

    private static boolean isOneOf(JsonElement types, JsonElement value) {
        JsonArray all = new JsonArray();
        if (types.isJsonArray()) {
            all = types.getAsJsonArray();
        } else {
            all.add(types);
        }
        return StreamSupport.stream(all.spliterator(), false).anyMatch(type -> is(type.getAsString(), value));
    }

    private static boolean is(String type, JsonElement value) {
        boolean primitive = value.isJsonPrimitive();
        return switch (type) {
            case "null" -> value.isJsonNull();
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "string" -> primitive && value.getAsJsonPrimitive().isString();
            case "boolean" -> primitive && value.getAsJsonPrimitive().isBoolean();
            case "number" -> primitive && value.getAsJsonPrimitive().isNumber();
            case "integer" ->
                primitive
                        && value.getAsJsonPrimitive().isNumber()
                        && new BigDecimal(value.getAsString())
                                        .stripTrailingZeros()
                                        .scale()
                                <= 0;
            default -> false;
        };
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
