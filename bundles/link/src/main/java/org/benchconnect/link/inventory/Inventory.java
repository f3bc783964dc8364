package org.benchconnect.link.inventory;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;

/** What may leave this PC: a closed list, out of the schemas that messages are held against. Pure. */
public final class Inventory {
    private Inventory() {}

    /**
     * One stream.
     *
     * @param stream which
     * @param type the CloudEvents type of its messages, which is the name of its schema
     * @param about what it is, from the schema
     * @param setting its switch in the settings, off as shipped; empty if it has none
     * @param fields what its messages say, in order; the envelope apart, which is {@link #envelope}
     */
    public record Entry(Stream stream, String type, String about, Optional<String> setting, List<Field> fields) {
        /** Copies the list. */
        public Entry {
            fields = List.copyOf(fields);
        }
    }

    /**
     * One member of a message.
     *
     * @param name its name
     * @param form what it can be: JSON type, words or regular expression
     * @param meaning what it says
     * @param always whether it is in every message
     */
    public record Field(String name, String form, String meaning, boolean always) {}

    /** All streams, in their order. */
    public static List<Entry> entries() {
        return List.of(Stream.values()).stream().map(Inventory::entry).toList();
    }

    /** What a message of this stream has around its data: who sends it, its identity, its time. */
    public static List<Field> envelope(Stream stream) {
        JsonObject whole = ClosedSchema.of(type(stream)).whole();
        return fields(whole, whole).stream()
                .filter(field -> !field.name().equals("data"))
                .toList();
    }

    private static Entry entry(Stream stream) {
        String type = type(stream);
        JsonObject whole = ClosedSchema.of(type).whole();
        JsonObject data = whole.getAsJsonObject("properties").getAsJsonObject("data");
        return new Entry(stream, type, whole.get("title").getAsString(), setting(stream), fields(data, whole));
    }

    /** The CloudEvents type of a stream's messages. */
    static String type(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "org.benchconnect.presence.v1";
            case REGISTRATION -> "org.benchconnect.registration.v1";
            case NOTICES, HOST_CHECKS -> "org.benchconnect.notice.v1";
            case SESSIONS -> "org.benchconnect.session.v1";
            case RELEASE_REPORTS -> "org.benchconnect.release-report.v1";
            case AUDIT_HEADS -> "org.benchconnect.audit-head.v1";
        };
    }

    /** What is said by a connection itself, what a person sends, and the event log of sessions that a person began have no switch. */
    private static Optional<String> setting(Stream stream) {
        return stream == Stream.PRESENCE || stream == Stream.REGISTRATION || stream == Stream.SESSIONS
                ? Optional.empty()
                : Optional.of(stream.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static List<Field> fields(JsonObject object, JsonObject whole) {
        List<String> always = object.getAsJsonArray("required").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
        List<Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonElement> member :
                object.getAsJsonObject("properties").entrySet()) {
            JsonObject schema = member.getValue().getAsJsonObject();
            String meaning =
                    schema.has("description") ? schema.get("description").getAsString() : "";
            fields.add(new Field(member.getKey(), form(schema, whole), meaning, always.contains(member.getKey())));
        }
        return List.copyOf(fields);
    }

    private static String form(JsonObject schema, JsonObject whole) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").getAsString().replaceFirst("^#/\\$defs/", "");
            return name + " " + form(whole.getAsJsonObject("$defs").getAsJsonObject(name), whole);
        } else if (schema.has("const")) {
            return schema.get("const").toString();
        } else if (schema.has("enum")) {
            return words(schema);
        } else if (schema.has("additionalProperties")
                && schema.get("additionalProperties").isJsonObject()) {
            return members(schema, whole);
        } else if (schema.has("pattern")) {
            return "text " + schema.get("pattern").getAsString()
                    + (schema.has("maxLength") ? ", at most " + schema.get("maxLength") + " characters" : "");
        }
        return schema.get("type").getAsString()
                + (schema.has("minimum") ? " from " + schema.get("minimum").getAsString() : "");
    }

    private static String words(JsonObject schema) {
        return schema.getAsJsonArray("enum").asList().stream()
                .map(JsonElement::toString)
                .collect(Collectors.joining(", "));
    }

    private static String members(JsonObject schema, JsonObject whole) {
        String values = schema.getAsJsonObject("additionalProperties").getAsJsonArray("anyOf").asList().stream()
                .map(one -> form(one.getAsJsonObject(), whole))
                .collect(Collectors.joining(", or "));
        return "at most " + schema.get("maxProperties") + " members "
                + schema.getAsJsonObject("propertyNames").get("pattern").getAsString() + ", each " + values;
    }
}
