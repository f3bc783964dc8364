package org.benchconnect.upgrade.feature;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;

/**
 * What a feature document says. Its form is checked, so everything in it is bounded; to hold one proves nothing about who wrote
 * it: that is {@code VerifiedFeature}. Immutable.
 *
 * @param id which feature in which version
 * @param title what people call it, one line of at most 100 characters
 * @param description at most 1000 characters
 * @param vendor one line of at most 100 characters
 * @param license one line of at most 100 characters, an SPDX expression
 * @param modules 1 to {@value #MAX_MODULES}, in the document's order; no digest and no symbolic name twice
 * @param configurations the settings that it brings, by PID: names with strings, whole numbers, booleans, and lists of these
 * @param terms on which terms it is released
 */
public record FeatureDocument(
        FeatureId id,
        String title,
        String description,
        String vendor,
        String license,
        List<FeatureModule> modules,
        Map<String, Map<String, Object>> configurations,
        ReleaseTerms terms) {
    /** The longest document, in bytes. */
    public static final int MAX_BYTES = 1_000_000;
    /** The most modules. */
    public static final int MAX_MODULES = 500;
    /** The longest title, vendor and license, in characters. */
    public static final int MAX_LABEL = 100;
    /** The longest description, in characters. */
    public static final int MAX_DESCRIPTION = 1000;

    /**
     * Copies the collections and checks everything.
     *
     * @throws IllegalArgumentException if something is out of bounds
     */
    public FeatureDocument {
        PlainText.checkLine(title, MAX_LABEL);
        PlainText.check(description, MAX_DESCRIPTION);
        PlainText.checkLine(vendor, MAX_LABEL);
        PlainText.checkLine(license, MAX_LABEL);
        modules = List.copyOf(modules);
        if (modules.isEmpty() || modules.size() > MAX_MODULES) {
            throw new IllegalArgumentException("a feature has 1 to " + MAX_MODULES + " modules");
        }
        if (modules.stream().map(FeatureModule::sha256).distinct().count() != modules.size()) {
            throw new IllegalArgumentException("a feature has each module's digest once");
        }
        if (modules.stream().map(FeatureModule::symbolicName).distinct().count() != modules.size()) {
            throw new IllegalArgumentException("a feature has each symbolic name once");
        }
        configurations = Configurations.checked(configurations);
    }

    /**
     * Reads a document strictly: unknown or repeated names, comments, other types and anything out of bounds are refused.
     *
     * @throws MalformedFeatureException if the bytes are no such document
     */
    public static FeatureDocument read(byte[] utf8) throws MalformedFeatureException {
        return FeatureReader.read(utf8);
    }

    /**
     * The document's bytes, the same for the same content: what is signed. {@link #read} gives this document again.
     *
     * @throws IllegalStateException if they are more than {@link #MAX_BYTES}
     */
    public byte[] toJson() {
        return FeatureWriter.write(this);
    }

    /** The digests of the modules in the order in which they start. */
    public List<FeatureModule> inStartOrder() {
        return modules.stream()
                .sorted(Comparator.comparingInt(FeatureModule::startOrder))
                .collect(Collectors.toUnmodifiableList());
    }

    /** The feature in short. */
    public Feature summary() {
        return new Feature(
                id.name(),
                id.version(),
                terms.counter(),
                terms.privileges(),
                terms.models(),
                modules.size(),
                new Author(title, description, vendor));
    }

    /** Checks of the part {@code configurations}. */
    private static final class Configurations {
        private static final int MAX = 200;
        private static final int MAX_VALUES = 100;
        private static final int MAX_TEXT = 4000;
        private static final String PID = "[A-Za-z0-9_.-]{1,150}(~[A-Za-z0-9_.-]{1,80})?";
        /** The types of OSGi's Configurator (150.4.1) that a whole number, a text or a boolean can stand for. */
        private static final String KEY = "[A-Za-z0-9_.-]{1,150}"
                + "(:(String|Integer|Long|Double|Float|Boolean|String\\[\\]|Integer\\[\\]|Long\\[\\]|Boolean\\[\\]))?";

        static Map<String, Map<String, Object>> checked(Map<String, Map<String, Object>> byPid) {
            Map<String, Map<String, Object>> copy = new TreeMap<>();
            byPid.forEach((pid, values) -> {
                if (!pid.matches(PID) || values.size() > MAX_VALUES) {
                    throw new IllegalArgumentException("a configuration has a PID and at most 100 values");
                }
                Map<String, Object> sorted = new TreeMap<>();
                values.forEach((key, value) -> sorted.put(checkedKey(key), checkedValue(value)));
                if (sorted.keySet().stream()
                                .map(key -> key.split(":")[0])
                                .distinct()
                                .count()
                        != sorted.size()) {
                    throw new IllegalArgumentException("a configuration has each key once, whatever its type");
                }
                copy.put(pid, Collections.unmodifiableMap(sorted));
            });
            if (copy.size() > MAX) {
                throw new IllegalArgumentException("a feature has at most " + MAX + " configurations");
            }
            return Collections.unmodifiableMap(copy);
        }

        private static String checkedKey(String key) {
            if (!key.matches(KEY)) {
                throw new IllegalArgumentException("a configuration's key is a name, or name:Type");
            }
            return key;
        }

        private static Object checkedValue(Object value) {
            if (value instanceof List<?> list && list.size() <= MAX_VALUES) {
                return list.stream().map(Configurations::checkedScalar).toList();
            }
            return checkedScalar(value);
        }

        private static Object checkedScalar(Object value) {
            if (value instanceof Long || value instanceof Boolean || value instanceof String text && fits(text)) {
                return value;
            }
            throw new IllegalArgumentException("a configuration's value is a text, a whole number or a boolean");
        }

        private static boolean fits(String text) {
            return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl);
        }
    }
}
