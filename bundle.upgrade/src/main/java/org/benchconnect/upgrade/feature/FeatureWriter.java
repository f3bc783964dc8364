package org.benchconnect.upgrade.feature;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** Writes a document as OSGi's Feature specification has it (159.2 to 159.6), indented for people who review it. */
final class FeatureWriter {
    /** The version of the format (159.2). */
    static final String FORMAT = "1.0";

    /** The key of the platform that a release needs, and of its version. */
    static final String PLATFORM = "platform";

    static final String VERSION = "version";

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private FeatureWriter() {}

    static byte[] write(FeatureDocument document) {
        byte[] json = (GSON.toJson(json(document)) + "\n").getBytes(StandardCharsets.UTF_8);
        if (json.length > FeatureDocument.MAX_BYTES) {
            throw new IllegalStateException("a feature document has at most " + FeatureDocument.MAX_BYTES + " bytes");
        }
        return json;
    }

    private static JsonObject json(FeatureDocument document) {
        JsonObject json = new JsonObject();
        json.addProperty("feature-resource-version", FORMAT);
        json.addProperty("id", document.id().toString());
        json.addProperty("name", document.title());
        json.addProperty("description", document.description());
        json.addProperty("vendor", document.vendor());
        json.addProperty("license", document.license());
        json.addProperty("complete", true);
        JsonArray bundles = new JsonArray();
        document.modules().forEach(module -> bundles.add(module(module)));
        json.add("bundles", bundles);
        if (!document.configurations().isEmpty()) {
            json.add("configurations", configurations(document.configurations()));
        }
        json.add("extensions", extensions(document.terms()));
        return json;
    }

    static JsonObject module(FeatureModule module) {
        JsonObject json = new JsonObject();
        json.addProperty("id", module.id());
        json.addProperty("symbolic-name", module.symbolicName());
        json.addProperty("sha256", module.sha256());
        json.addProperty("length", module.length());
        json.addProperty("start-order", module.startOrder());
        return json;
    }

    private static JsonObject configurations(Map<String, Map<String, Object>> byPid) {
        JsonObject json = new JsonObject();
        byPid.forEach((pid, values) -> {
            JsonObject configuration = new JsonObject();
            values.forEach((key, value) -> configuration.add(key, value(value)));
            json.add(pid, configuration);
        });
        return json;
    }

    private static JsonElement value(Object value) {
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(element -> array.add(value(element)));
            return array;
        } else if (value instanceof Long number) {
            return new JsonPrimitive(number);
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return new JsonPrimitive((String) value);
    }

    private static JsonObject extensions(ReleaseTerms terms) {
        JsonObject extension = new JsonObject();
        extension.addProperty("kind", "mandatory");
        extension.addProperty("type", "json");
        extension.add("json", terms(terms));
        JsonObject extensions = new JsonObject();
        extensions.add(ReleaseTerms.EXTENSION, extension);
        return extensions;
    }

    private static JsonObject terms(ReleaseTerms terms) {
        JsonObject json = new JsonObject();
        json.addProperty("counter", terms.counter());
        json.addProperty("floor", terms.floor());
        json.addProperty("ring", terms.ring());
        JsonArray privileges = new JsonArray();
        terms.privileges().stream().sorted().map(Privilege::token).forEach(privileges::add);
        json.add("privileges", privileges);
        JsonArray models = new JsonArray();
        terms.models().stream().sorted().forEach(models::add);
        json.add("models", models);
        JsonObject statement = new JsonObject();
        for (Language language : Language.values()) {
            if (terms.statement().containsKey(language)) {
                statement.addProperty(key(language), terms.statement(language));
            }
        }
        json.add("statement", statement);
        terms.platform().ifPresent(least -> {
            JsonObject platform = new JsonObject();
            platform.addProperty(VERSION, least.toString());
            json.add(PLATFORM, platform);
        });
        return json;
    }

    static String key(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
