package org.benchconnect.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the build has written about a component for Declarative Services and for the settings (Compendium, 112 and 105). */
public final class ComponentDescription {
    private static final Pattern PROPERTY =
            Pattern.compile("<property name=\"([^\"]+)\" type=\"(String|Double|Integer)\" value=\"([^\"]*)\"/>");

    private ComponentDescription() {}

    /** The properties that a component has before anybody sets one; a new map each time. Lists are left out. */
    public static Map<String, Object> shipped(Class<?> component) {
        Map<String, Object> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(text(component, "OSGI-INF/"));
        while (property.find()) {
            String value = property.group(3);
            properties.put(
                    property.group(1),
                    switch (property.group(2)) {
                        case "Double" -> Double.valueOf(value);
                        case "Integer" -> Integer.valueOf(value);
                        default -> value;
                    });
        }
        return properties;
    }

    /** Each setting that is a number, as the description of the settings has it. */
    public static List<String> numbers(Class<?> configuration) {
        return Stream.of(text(configuration, "OSGI-INF/metatype/").split("<AD "))
                .filter(part -> part.contains("\"Double\"") || part.contains("\"Integer\""))
                .toList();
    }

    private static String text(Class<?> described, String folder) {
        try (InputStream file = Objects.requireNonNull(
                described.getClassLoader().getResourceAsStream(folder + described.getName() + ".xml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
