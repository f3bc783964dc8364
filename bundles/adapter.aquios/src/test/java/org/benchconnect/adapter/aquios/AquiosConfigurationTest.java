package org.benchconnect.adapter.aquios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class AquiosConfigurationTest {
    private static final Pattern PROPERTY =
            Pattern.compile("<property name=\"([^\"]+)\" type=\"(String|Double|Integer)\" value=\"([^\"]*)\"/>");

    private static AquiosLimits limits(Map<String, Object> properties) {
        return AquiosLimits.of(Annotations.toObject(AquiosConfiguration.class, properties, null, false));
    }

    /** The adapter as Declarative Services makes it for one instrument alone. */
    static InstrumentAdapter expecting(String serial) {
        try {
            Map<String, Object> properties = shipped();
            properties.put("adapter.serial.number", serial);
            return new AquiosAdapter(Annotations.toObject(AquiosConfiguration.class, properties, null, false));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** The properties that the component has before anybody sets one. */
    private static Map<String, Object> shipped() throws IOException {
        String component;
        try (InputStream file = AquiosAdapter.class
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/" + AquiosAdapter.class.getName() + ".xml")) {
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
        assertEquals(AquiosLimits.SHIPPED, limits(shipped()));
    }

    @Test
    void aSettingReachesItsLimit() throws IOException {
        Map<String, Object> properties = shipped();
        properties.put("adapter.drift.percent", 4.0);
        properties.put("adapter.serial.number", "SIMAQ001");

        AquiosLimits limits = limits(properties);

        assertEquals(4, limits.drift().percent());
        assertEquals(SerialNumber.parse("SIMAQ001").orElseThrow(), limits.expectedSerial());
    }

    @Test
    void aSerialNumberThatIsNoneIsNotExpected() throws IOException {
        Map<String, Object> properties = shipped();
        properties.put("adapter.serial.number", "the one in room 4");

        assertNull(limits(properties).expectedSerial());
    }

    @Test
    void withoutAFolderTheServiceHasNone() throws IOException {
        Map<String, Object> properties = shipped();

        assertEquals(AquiosAdapter.NAME, properties.get(InstrumentAdapter.ID));
        assertEquals("*.{lmd,LMD}", properties.get(InstrumentAdapter.PATTERN));
        assertTrue(!properties.containsKey(InstrumentAdapter.FOLDER));
    }

    @Test
    void everySettingTellsUnitRangeAndDefault() throws IOException {
        String metatype;
        try (InputStream file = getClass()
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/metatype/" + AquiosConfiguration.class.getName() + ".xml")) {
            assertNotNull(file);
            metatype = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> numbers = Stream.of(metatype.split("<AD "))
                .filter(part -> part.contains("\"Double\"") || part.contains("\"Integer\""))
                .toList();

        assertEquals(5, numbers.size());
        for (String number : numbers) {
            assertTrue(number.contains(" min=") && number.contains(" max="), number);
            assertTrue(number.matches("(?s).*(percent|runs|events).*As shipped: [0-9]+.*"), number);
        }
    }
}
