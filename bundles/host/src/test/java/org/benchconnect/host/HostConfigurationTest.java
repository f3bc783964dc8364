package org.benchconnect.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class HostConfigurationTest {
    private static final Pattern PROPERTY =
            Pattern.compile("<property name=\"([^\"]+)\" type=\"(String|Double|Integer)\" value=\"([^\"]*)\"/>");

    static HostConfiguration configuration(Map<String, Object> properties) {
        return Annotations.toObject(HostConfiguration.class, properties, null, false);
    }

    /** The properties that the component has before anybody sets one. */
    static Map<String, Object> shipped() throws IOException {
        String component;
        try (InputStream file = HostWatch.class
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/" + HostWatch.class.getName() + ".xml")) {
            assertNotNull(file);
            component = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, Object> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(component);
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

    @Test
    void withoutSettingsTheLimitsAreThoseShipped() throws IOException {
        assertEquals(HostLimits.SHIPPED, HostLimits.of(configuration(shipped())));
    }

    @Test
    void settingsReachWhatTheyAreFor() throws IOException {
        Map<String, Object> properties = shipped();
        properties.put("disk.warning.percent", 20.0);
        properties.put("system.supported.until", " 2030-01-31 ");
        properties.put("services", new String[] {"one", "two"});

        assertEquals(20, HostLimits.of(configuration(properties)).diskWarningPercent());
        assertEquals(
                LocalDate.parse("2030-01-31"),
                HostLimits.of(configuration(properties)).systemSupportedUntil());
        assertArrayEquals(new String[] {"one", "two"}, configuration(properties).services());
    }

    @Test
    void aDayThatIsNoneIsNoDay() throws IOException {
        Map<String, Object> properties = shipped();
        properties.put("system.supported.until", "some time in spring");

        assertNull(HostLimits.of(configuration(properties)).systemSupportedUntil());
    }
}
