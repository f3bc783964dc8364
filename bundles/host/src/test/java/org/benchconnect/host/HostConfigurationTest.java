package org.benchconnect.host;

import static org.benchconnect.core.testing.ComponentDescription.shipped;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.Map;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class HostConfigurationTest {
    static HostConfiguration configuration(Map<String, Object> properties) {
        return Annotations.toObject(HostConfiguration.class, properties, null, false);
    }

    @Test
    void withoutSettingsTheLimitsAreThoseShipped() {
        assertEquals(HostLimits.SHIPPED, HostLimits.of(configuration(shipped(HostWatch.class))));
    }

    @Test
    void settingsReachWhatTheyAreFor() {
        Map<String, Object> properties = shipped(HostWatch.class);
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
    void aDayThatIsNoneIsNoDay() {
        Map<String, Object> properties = shipped(HostWatch.class);
        properties.put("system.supported.until", "some time in spring");

        assertNull(HostLimits.of(configuration(properties)).systemSupportedUntil());
    }
}
