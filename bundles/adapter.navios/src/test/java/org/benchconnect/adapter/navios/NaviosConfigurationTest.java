package org.benchconnect.adapter.navios;

import static org.benchconnect.core.testing.ComponentDescription.shipped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class NaviosConfigurationTest {
    private static NaviosLimits limits(Map<String, Object> properties) {
        return NaviosLimits.of(Annotations.toObject(NaviosConfiguration.class, properties, null, false));
    }

    @Test
    void withoutSettingsTheLimitsAreThoseShipped() {
        assertEquals(NaviosLimits.SHIPPED, limits(shipped(NaviosAdapter.class)));
    }

    @Test
    void aSettingReachesItsLimit() {
        Map<String, Object> properties = shipped(NaviosAdapter.class);
        properties.put("adapter.laser.warning.percent", 4.0);
        properties.put("adapter.serial.number", "SIM00001");

        NaviosLimits limits = limits(properties);

        assertEquals(4, limits.laserWarningPercent());
        assertEquals(SerialNumber.parse("SIM00001").orElseThrow(), limits.expectedSerial());
    }

    @Test
    void aSerialNumberThatIsNoneIsNotExpected() {
        Map<String, Object> properties = shipped(NaviosAdapter.class);
        properties.put("adapter.serial.number", "the one in room 4");

        assertNull(limits(properties).expectedSerial());
    }

    @Test
    void withoutAFolderTheServiceHasNone() {
        Map<String, Object> properties = shipped(NaviosAdapter.class);

        assertEquals(NaviosAdapter.NAME, properties.get(InstrumentAdapter.ID));
        assertEquals("*.{lmd,LMD}", properties.get(InstrumentAdapter.PATTERN));
        assertTrue(!properties.containsKey(InstrumentAdapter.FOLDER));
    }
}
