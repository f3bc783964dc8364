package org.benchconnect.link.inventory;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A closed JSON schema of this jar (draft 2020-12), which messages are held against. Only what our schemas use is understood, and a schema with anything else is refused when it is
 * read, so that no rule is passed over. Immutable; safe for any thread.
 */
public final class ClosedSchema {
    private static final Map<String, ClosedSchema> READ = new ConcurrentHashMap<>();

    private final JsonObject whole;
    private final Rule rule;

    private ClosedSchema(JsonObject whole) {
        this.whole = whole;
        this.rule = Rule.of(whole, whole);
    }

    /**
     * The schema of a CloudEvents type of ours.
     *
     * @throws IllegalStateException if there is none that can be used: a defect of this jar
     */
    public static ClosedSchema of(String type) {
        return READ.computeIfAbsent(type, ClosedSchema::read);
    }

    private static ClosedSchema read(String type) {
        try (InputStream in = ClosedSchema.class.getResourceAsStream("/schemas/" + type + ".json")) {
            if (in == null) {
                throw new IllegalStateException("there is no schema of " + type);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a schema's text. */
    static ClosedSchema of(@Nullable String text, String type) {
        try {
            return new ClosedSchema(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalStateException("the schema of " + type + " cannot be used", e);
        }
    }

    /**
     * Holds a message against this schema.
     *
     * @param json a message that was written here, not one from outside: it is not read strictly
     * @throws NotInInventoryException if the schema does not allow it
     */
    public void require(String json) throws NotInInventoryException {
        JsonElement value;
        try {
            value = JsonParser.parseString(json);
        } catch (JsonParseException e) {
            throw new NotInInventoryException("the message", "json");
        }
        rule.require(value, "");
    }

    /** The schema itself. */
    JsonObject whole() {
        return whole;
    }
}
