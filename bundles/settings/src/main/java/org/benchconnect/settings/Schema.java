package org.benchconnect.settings;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a module says of one component's settings.
 *
 * @param pid the component's configuration pid
 * @param name what people call it
 * @param description what it is for; may be empty
 * @param attributes its settings, in the schema's order
 */
record Schema(String pid, String name, String description, List<Attribute> attributes) {
    /** Every section of the file is a pid behind this. */
    static final String PREFIX = "org.benchconnect.";

    /** Copies the attributes. */
    Schema {
        attributes = List.copyOf(attributes);
    }

    /** The section's name in the file. */
    String section() {
        return pid.substring(PREFIX.length());
    }

    /**
     * The key of a property in the file: hyphens for dots, and the section's first word not said again, so that
     * {@code adapter.folder} is {@code folder} in the section {@code adapter.navios}.
     */
    static String key(String pid, String property) {
        String section = pid.substring(PREFIX.length());
        String stem = section.substring(0, (section + ".").indexOf('.')) + ".";
        String said = property.startsWith(stem) ? property.substring(stem.length()) : property;
        return (said.startsWith(".") ? said.substring(1) : said).replace('.', '-'); // a dot first: a private property
    }

    /** The setting of this key of the file, or null. */
    @Nullable
    Attribute attribute(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /**
     * One setting.
     *
     * @param id the component's property, {@code idle.after.minutes}
     * @param key in the file: {@code idle-after-minutes}
     * @param type of the value, or of each value of a list
     * @param many whether it is a list
     * @param min the least number or the least length of a text, or null
     * @param max the greatest number or the greatest length of a text, or null
     * @param options the values to choose from; empty if any will do
     * @param defaults the value as shipped, of the property's class; several for a list; none if there is no default
     * @param description with unit
     */
    record Attribute(
            String id,
            String key,
            ValueType type,
            boolean many,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<String> options,
            List<Object> defaults,
            String description) {
        /** Copies the lists. */
        Attribute {
            options = List.copyOf(options);
            defaults = List.copyOf(defaults);
        }

        /** The range for people: {@code from 1 to 50}; empty if there is none. */
        String range() {
            StringBuilder range = new StringBuilder();
            range.append(min == null ? "" : "from " + min.toPlainString());
            range.append(min == null || max == null ? "" : " ");
            range.append(max == null ? "" : (min == null ? "at most " : "to ") + max.toPlainString());
            if (!type.isNumber() && !range.isEmpty()) {
                range.append(" characters");
            }
            return range.toString();
        }

        /** What belongs here, for people. */
        String expected() {
            String one = options.isEmpty()
                    ? type.words() + (range().isEmpty() ? "" : " " + range())
                    : options.stream()
                            .map(option -> '"' + option + '"')
                            .collect(Collectors.joining(", ", "one of ", ""));
            return many ? "a list in [ and ], each entry " + one : one;
        }
    }
}
