package org.benchconnect.consent.grant;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.text.Language;

/**
 * The author's statement in a feature document that lies on this PC, in each language in which there is one. Pure. Nothing depends on it: it is shown as the
 * author's, and a document that cannot be read says nothing.
 */
final class AuthorsStatement {
    private static final String[] WHERE = {"extensions", "org.benchconnect.release", "json", "statement"};

    private AuthorsStatement() {}

    /** Of a document. */
    static Map<Language, String> in(byte[] document) {
        Map<Language, String> statement = new EnumMap<>(Language.class);
        try {
            JsonElement found = JsonParser.parseString(new String(document, StandardCharsets.UTF_8));
            for (String name : WHERE) {
                found = found instanceof JsonObject object && object.has(name) ? object.get(name) : new JsonObject();
            }
            JsonObject words = found.getAsJsonObject();
            for (Language language : Language.values()) {
                if (words.has(Paragraphs.tag(language))) {
                    statement.put(language, words.get(Paragraphs.tag(language)).getAsString());
                }
            }
            return statement;
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | StackOverflowError e) {
            return Map.of();
        }
    }
}
