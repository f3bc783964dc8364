package org.benchconnect.adapter.aquios;

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
class AquiosConfigurationTest {
    private static AquiosLimits limits(Map<String, Object> properties) {
        return AquiosLimits.of(Annotations.toObject(AquiosConfiguration.class, properties, null, false));
    }

    /** The adapter as Declarative Services makes it for one instrument alone. */
    static InstrumentAdapter expecting(String serial) {
        Map<String, Object> properties = shipped(AquiosAdapter.class);
        properties.put("adapter.serial.number", serial);
        return new AquiosAdapter(Annotations.toObject(AquiosConfiguration.class, properties, null, false));
    }

    @Test
    void withoutSettingsTheLimitsAreThoseShipped() {
        assertEquals(AquiosLimits.SHIPPED, limits(shipped(AquiosAdapter.class)));
    }

    @Test
    void aSettingReachesItsLimit() {
        Map<String, Object> properties = shipped(AquiosAdapter.class);
        properties.put("adapter.drift.percent", 4.0);
        properties.put("adapter.serial.number", "SIMAQ001");

        AquiosLimits limits = limits(properties);

        assertEquals(4, limits.drift().percent());
        assertEquals(SerialNumber.parse("SIMAQ001").orElseThrow(), limits.expectedSerial());
    }

    @Test
    void aSerialNumberThatIsNoneIsNotExpected() {
        Map<String, Object> properties = shipped(AquiosAdapter.class);
        properties.put("adapter.serial.number", "the one in room 4");

        assertNull(limits(properties).expectedSerial());
    }

    @Test
    void withoutAFolderTheServiceHasNone() {
        Map<String, Object> properties = shipped(AquiosAdapter.class);

        assertEquals(AquiosAdapter.NAME, properties.get(InstrumentAdapter.ID));
        assertEquals("*.{lmd,LMD}", properties.get(InstrumentAdapter.PATTERN));
        assertTrue(!properties.containsKey(InstrumentAdapter.FOLDER));
    }

    @Test
    void everySettingTellsUnitRangeAndDefault() {
        List<String> numbers = ComponentDescription.numbers(AquiosConfiguration.class);

        assertEquals(5, numbers.size());
        for (String number : numbers) {
            assertTrue(number.contains(" min=") && number.contains(" max="), number);
            assertTrue(number.matches("(?s).*(percent|runs|events).*As shipped: [0-9]+.*"), number);
        }
    }
}
