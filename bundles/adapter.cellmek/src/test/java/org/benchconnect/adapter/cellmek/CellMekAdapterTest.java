package org.benchconnect.adapter.cellmek;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.felix.scr.impl.inject.internal.Annotations;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.testing.ComponentDescription;
import org.benchconnect.instrument.log.LogEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellMekAdapterTest {
    @TempDir
    Path folder = Path.of("");

    /** What Declarative Services makes of the settings, by its own code. */
    private CellMekConfiguration configuration(Map<String, Object> set) {
        Map<String, Object> properties = ComponentDescription.shipped(CellMekAdapter.class);
        properties.putAll(set);
        return Annotations.toObject(CellMekConfiguration.class, properties, null, false);
    }

    @Test
    void aSettingReachesItsReader() {
        CellMekConfiguration set = configuration(Map.of(
                "adapter.log.folder",
                folder.toString(),
                "adapter.log.encoding",
                "UTF_16LE",
                "adapter.log.rules",
                new String[] {"DOWN fault instrument: down", "no rule"},
                "adapter.log.quiet.minutes",
                20,
                "adapter.queue.folder",
                folder.toString(),
                "adapter.queue.idle.minutes",
                15,
                "adapter.host",
                "host.invalid",
                "adapter.port",
                70_000));

        assertEquals(Set.of("DOWN"), CellMekAdapter.log(set).table().codes());
        assertEquals(LogEncoding.UTF_16LE, CellMekAdapter.log(set).encoding());
        assertEquals(Duration.ofMinutes(20), CellMekAdapter.log(set).quiet());
        assertEquals(65_535, CellMekAdapter.system(set).port());
        assertEquals(Duration.ofMinutes(15), CellMekAdapter.system(set).queueIdle());
    }

    @Test
    void aSystemThatTellsNothingIsUnknown() {
        CellMekAdapter adapter = new CellMekAdapter(configuration(Map.of()));

        InstrumentState state = adapter.state();
        adapter.stop();

        assertEquals("cellmek", state.adapter());
        assertEquals(Activity.UNKNOWN, state.activity());
        assertEquals(Set.of(), state.evidence());
    }

    @Test
    void howTheActivityIsKnownIsSaid() {
        CellMekAdapter adapter = new CellMekAdapter(configuration(Map.of(
                "adapter.queue.folder",
                folder.toString(),
                "adapter.queue.idle.minutes",
                1,
                "adapter.log.folder",
                folder.toString(),
                "adapter.log.quiet.minutes",
                1)));

        InstrumentState state = adapter.state();
        adapter.stop();

        assertEquals(Set.of(Evidence.LOG, Evidence.FILES), state.evidence());
        assertEquals(Activity.UNKNOWN, state.activity());
    }
}
