package org.benchconnect.adapter.dxflex;

import static org.benchconnect.core.testing.ComponentDescription.shipped;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.testing.ComponentDescription;
import org.junit.jupiter.api.Test;

/** What Declarative Services makes of the component's properties, by its own code. */
class DxflexConfigurationTest {
    private static DxflexLimits limits(Map<String, Object> properties) {
        return DxflexLimits.of(Annotations.toObject(DxflexConfiguration.class, properties, null, false));
    }

    /** The adapter as Declarative Services makes it for one instrument alone. */
    static InstrumentAdapter expecting(String serial) {
        Map<String, Object> properties = shipped(DxflexAdapter.class);
        properties.put("adapter.serial.number", serial);
        return new DxflexAdapter(Annotations.toObject(DxflexConfiguration.class, properties, null, false));
    }

    @Test
    void withoutSettingsTheLimitsAreThoseShipped() {
        assertEquals(DxflexLimits.SHIPPED, limits(shipped(DxflexAdapter.class)));
    }

    @Test
    void aSettingReachesItsLimit() {
        Map<String, Object> properties = shipped(DxflexAdapter.class);
        properties.put("adapter.abort.warning.percent", 4.0);
        properties.put("adapter.serial.number", "SIMDX001");

        DxflexLimits limits = limits(properties);

        assertEquals(4, limits.abortWarningPercent());
        assertEquals(SerialNumber.parse("SIMDX001").orElseThrow(), limits.expectedSerial());
    }

    @Test
    void aSerialNumberThatIsNoneIsNotExpected() {
        Map<String, Object> properties = shipped(DxflexAdapter.class);
        properties.put("adapter.serial.number", "the one in room 4");

        assertNull(limits(properties).expectedSerial());
    }

    @Test
    void withoutAFolderTheServiceHasNone() {
        Map<String, Object> properties = shipped(DxflexAdapter.class);

        assertEquals(DxflexAdapter.NAME, properties.get(InstrumentAdapter.ID));
        assertEquals("*.{fcs,FCS}", properties.get(InstrumentAdapter.PATTERN));
        assertTrue(!properties.containsKey(InstrumentAdapter.FOLDER));
    }

    @Test
    void everySettingTellsUnitRangeAndDefault() {
        List<String> numbers = ComponentDescription.numbers(DxflexConfiguration.class);

        assertEquals(9, numbers.size());
        for (String number : numbers) {
            assertTrue(number.contains(" min=") && number.contains(" max="), number);
            assertTrue(number.matches("(?s).*(percent|runs|events|days).*As shipped: [0-9]+.*"), number);
        }
    }
}
