package org.benchconnect.adapter.navios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class NaviosConfigurationTest {
    private static final Pattern PROPERTY =
            Pattern.compile("<property name=\"([^\"]+)\" type=\"(String|Double|Integer)\" value=\"([^\"]*)\"/>");

    private static NaviosLimits limits(Map<String, Object> properties) {
        return NaviosLimits.of(Annotations.toObject(NaviosConfiguration.class, properties, null, false));
    }

    /** The properties that the component has before anybody sets one. */
    private static Map<String, Object> shipped() throws IOException {
        String component;
        try (InputStream file = NaviosAdapter.class
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/" + NaviosAdapter.class.getName() + ".xml")) {
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
        assertEquals(NaviosLimits.SHIPPED, limits(shipped()));
    }

    @Test
    void aSettingReachesItsLimit() throws IOException {
        Map<String, Object> properties = shipped();
        properties.put("adapter.laser.warning.percent", 4.0);
        properties.put("adapter.serial.number", "SIM00001");

        NaviosLimits limits = limits(properties);

        assertEquals(4, limits.laserWarningPercent());
        assertEquals(SerialNumber.parse("SIM00001").orElseThrow(), limits.expectedSerial());
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

        assertEquals(NaviosAdapter.NAME, properties.get(InstrumentAdapter.ID));
        assertEquals("*.{lmd,LMD}", properties.get(InstrumentAdapter.PATTERN));
        assertTrue(!properties.containsKey(InstrumentAdapter.FOLDER));
    }
}
