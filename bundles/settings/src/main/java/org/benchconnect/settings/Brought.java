package org.benchconnect.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.jspecify.annotations.Nullable;

/**
 * What the features of the running generation bring for components that have a schema, held against it like a section of the file. Pure.
 *
 * @param properties by pid, of what is right
 * @param problems what is wrong, with the feature that brings it; none of that feature's settings for that component counts then
 */
record Brought(Map<String, Map<String, Object>> properties, List<Wrong> problems) {
    static final Brought NOTHING = new Brought(Map.of(), List.of());

    private static final int LONGEST_NUMBER = 40;

    /** Copies the collections. */
    Brought {
        properties = Map.copyOf(properties);
        problems = List.copyOf(problems);
    }

    /**
     * A setting that a feature brings and its module does not take.
     *
     * @param feature its name
     * @param problem what is wrong
     */
    record Wrong(String feature, Problem problem) {
        @Override
        public String toString() {
            return "the feature " + feature + " brings a setting that does not count: " + problem.key() + ": "
                    + problem.remedy();
        }
    }

    /** A component whose module is not here has no schema, and waits for it. */
    static Brought of(Map<String, FeatureConfigurations.Brought> byPid, Map<String, Schema> schemas) {
        Map<String, Map<String, Object>> properties = new TreeMap<>();
        List<Wrong> problems = new ArrayList<>();
        new TreeMap<>(byPid).forEach((pid, brought) -> {
            Schema schema = schemas.get(pid);
            if (schema != null) {
                SectionCheck.Checked checked = SectionCheck.check(section(brought, schema), schema);
                checked.problems().forEach(problem -> problems.add(new Wrong(brought.feature(), problem)));
                if (checked.problems().isEmpty()) {
                    properties.put(pid, checked.properties());
                }
            }
        });
        return new Brought(properties, problems);
    }

    /** As if it stood in the file: a document names properties, and may say their type behind a colon (OSGi Configurator, 150.4.1). */
    private static Section section(FeatureConfigurations.Brought brought, Schema schema) {
        List<Section.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        new TreeMap<>(brought.values()).forEach((name, value) -> {
            int colon = name.indexOf(':');
            String id = colon < 0 ? name : name.substring(0, colon);
            Schema.@Nullable Attribute attribute = schema.attributes().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (keys.add(id)) {
                entries.add(new Section.Entry(
                        attribute == null ? id : attribute.key(),
                        Position.WHOLE_FILE,
                        value(value, attribute),
                        Position.WHOLE_FILE));
            }
        });
        return new Section(schema.section(), Position.WHOLE_FILE, entries);
    }

    private static Value value(Object value, Schema.@Nullable Attribute attribute) {
        if (value instanceof List<?> list) {
            return new Value.Many(
                    list.stream().map(one -> value(one, attribute)).toList());
        } else if (value instanceof Boolean flag) {
            return new Value.Flag(flag);
        } else if (value instanceof Long number) {
            return new Value.Numeric(BigDecimal.valueOf(number));
        }
        return text(String.valueOf(value), attribute);
    }

    /** A document has no fractions: they stand in it as text. */
    private static Value text(String text, Schema.@Nullable Attribute attribute) {
        boolean fraction =
                attribute != null && (attribute.type() == ValueType.DOUBLE || attribute.type() == ValueType.FLOAT);
        if (fraction && text.length() <= LONGEST_NUMBER) {
            try {
                return new Value.Numeric(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return new Value.Text(text);
            }
        }
        return new Value.Text(text);
    }
}
