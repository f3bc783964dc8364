package org.benchconnect.upgrade.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.text.Language;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/** Reads what {@link FeatureWriter} writes, and refuses everything else. */
final class FeatureReader {
    /** The place of the document as a whole. */
    static final String TOP = "the top";

    private static final Set<String> DOCUMENT = Set.of(
            "feature-resource-version",
            "id",
            "name",
            "description",
            "vendor",
            "license",
            "complete",
            "bundles",
            "extensions");
    private static final Set<String> BUNDLE = Set.of("id", "symbolic-name", "sha256", "length", "start-order");
    private static final Set<String> TERMS = Set.of("counter", "floor", "ring", "privileges", "models", "statement");

    private FeatureReader() {}

    static FeatureDocument read(byte[] utf8) throws MalformedFeatureException {
        if (utf8.length > FeatureDocument.MAX_BYTES) {
            throw new MalformedFeatureException(TOP, "at most " + FeatureDocument.MAX_BYTES + " bytes");
        }
        try {
            return document(new JsonCursor(TOP, StrictJson.parse(utf8)).members(DOCUMENT, Set.of("configurations")));
        } catch (StrictJsonException e) {
            throw new MalformedFeatureException(TOP, String.valueOf(e.getMessage()));
        }
    }

    private static FeatureDocument document(JsonCursor.Members json) throws MalformedFeatureException {
        expect(json.get("feature-resource-version"), FeatureWriter.FORMAT);
        if (!json.get("complete").flag()) {
            throw json.get("complete").refused("only complete features are installed");
        }
        FeatureId id = checked(json.get("id"), at -> FeatureId.parse(at.text()));
        List<FeatureModule> modules = new ArrayList<>();
        for (JsonCursor bundle : json.get("bundles").elements(FeatureDocument.MAX_MODULES)) {
            modules.add(module(bundle));
        }
        Map<String, Map<String, Object>> configurations =
                json.has("configurations") ? configurations(json.get("configurations")) : Map.of();
        ReleaseTerms terms = extensions(json.get("extensions"));
        String title = json.get("name").text();
        String description = json.get("description").text();
        String vendor = json.get("vendor").text();
        String license = json.get("license").text();
        return checked(
                json.of(),
                at -> new FeatureDocument(id, title, description, vendor, license, modules, configurations, terms));
    }

    private static FeatureModule module(JsonCursor bundle) throws MalformedFeatureException {
        JsonCursor.Members json = bundle.members(BUNDLE, Set.of());
        return checked(
                bundle,
                at -> new FeatureModule(
                        json.get("id").text(),
                        json.get("symbolic-name").text(),
                        json.get("sha256").text(),
                        json.get("length").number(),
                        json.get("start-order").small()));
    }

    private static Map<String, Map<String, Object>> configurations(JsonCursor json) throws MalformedFeatureException {
        Map<String, Map<String, Object>> configurations = new LinkedHashMap<>();
        for (Map.Entry<String, JsonCursor> configuration : json.map().entrySet()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonCursor> value :
                    configuration.getValue().map().entrySet()) {
                values.put(value.getKey(), value(value.getValue()));
            }
            configurations.put(configuration.getKey(), values);
        }
        return configurations;
    }

    private static Object value(JsonCursor at) throws MalformedFeatureException {
        if (!(at.json() instanceof JsonArray)) {
            return scalar(at);
        }
        List<Object> list = new ArrayList<>();
        for (JsonCursor element : at.elements(FeatureDocument.MAX_MODULES)) {
            list.add(scalar(element));
        }
        return list;
    }

    private static Object scalar(JsonCursor at) throws MalformedFeatureException {
        if (at.json() instanceof JsonPrimitive value && value.isNumber()) {
            return at.number();
        }
        return at.json() instanceof JsonPrimitive value && value.isBoolean() ? (Object) at.flag() : at.text();
    }

    private static ReleaseTerms extensions(JsonCursor extensions) throws MalformedFeatureException {
        JsonCursor.Members extension = extensions
                .members(Set.of(ReleaseTerms.EXTENSION), Set.of())
                .get(ReleaseTerms.EXTENSION)
                .members(Set.of("kind", "type", "json"), Set.of());
        expect(extension.get("kind"), "mandatory");
        expect(extension.get("type"), "json");
        JsonCursor.Members json = extension.get("json").members(TERMS, Set.of(FeatureWriter.PLATFORM));
        long counter = json.get("counter").number();
        long floor = json.get("floor").number();
        int ring = json.get("ring").small();
        Set<Privilege> privileges = json.get("privileges").set(Privilege.values().length, FeatureReader::privilege);
        Set<String> models = json.get("models").set(ReleaseTerms.MAX_MODELS, JsonCursor::text);
        Map<Language, String> statement = statement(json.get("statement"));
        Optional<SoftwareVersion> platform = platform(json);
        return checked(
                extension.get("json"),
                at -> new ReleaseTerms(counter, floor, ring, privileges, models, statement, platform));
    }

    private static Optional<SoftwareVersion> platform(JsonCursor.Members json) throws MalformedFeatureException {
        if (!json.has(FeatureWriter.PLATFORM)) {
            return Optional.empty();
        }
        JsonCursor at = json.get(FeatureWriter.PLATFORM)
                .members(Set.of(FeatureWriter.VERSION), Set.of())
                .get(FeatureWriter.VERSION);
        String text = at.text();
        Optional<SoftwareVersion> version =
                SoftwareVersion.parse(text).filter(read -> read.toString().equals(text));
        if (version.isEmpty()) {
            throw at.refused("three numbers such as 0.2.0 are expected");
        }
        return version;
    }

    private static Privilege privilege(JsonCursor token) throws MalformedFeatureException {
        return Privilege.of(token.text()).orElseThrow(() -> token.refused("there is no such privilege"));
    }

    private static Map<Language, String> statement(JsonCursor json) throws MalformedFeatureException {
        Set<String> others = new TreeSet<>();
        for (Language language : Language.values()) {
            others.add(FeatureWriter.key(language));
        }
        JsonCursor.Members members = json.members(Set.of(FeatureWriter.key(Language.EN)), others);
        Map<Language, String> statement = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            if (members.has(FeatureWriter.key(language))) {
                statement.put(language, members.get(FeatureWriter.key(language)).text());
            }
        }
        return statement;
    }

    private static void expect(JsonCursor at, String value) throws MalformedFeatureException {
        if (!at.text().equals(value)) {
            throw at.refused("\"" + value + "\" is expected");
        }
    }

    /** What the records' own checks refuse is refused at its place. */
    private static <T> T checked(JsonCursor at, JsonCursor.Step<T> step) throws MalformedFeatureException {
        try {
            return step.of(at);
        } catch (IllegalArgumentException e) {
            throw at.refused(String.valueOf(e.getMessage()));
        }
    }
}
