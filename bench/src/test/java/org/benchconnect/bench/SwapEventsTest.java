package org.benchconnect.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapEventsTest {
    @TempDir
    Path folder;

    @Test
    void aGapIsTheTimeInWhichTheServiceIsNotThereInAll() throws Exception {
        SwapEvents events = seen(
                "10000000 GONE alone 1.0.1",
                "13000000 HERE alone 1.0.2",
                "20000000 GONE alone 1.0.2",
                "24000000 HERE alone 1.0.2");

        assertEquals(7, events.gapMillis("alone"));
        assertEquals(14, events.millisUntil(List.of("alone"), 10_000_000));
    }

    @Test
    void thereIsNoGapWhileAnotherOneServes() throws Exception {
        SwapEvents events = seen("10000000 HERE alone 1.0.2", "20000000 GONE alone 1.0.1");

        assertEquals(0, events.gapMillis("alone"));
    }

    @Test
    void itServesWhenEachWasLastSeenWithTheNewVersion() throws Exception {
        SwapEvents half = seen("1 HERE provider 1.0.2", "2 GONE bench.dependent.1 1.0.1");
        SwapEvents whole =
                seen("1 HERE provider 1.0.2", "3 HERE bench.dependent.1 1.0.2", "2 GONE bench.dependent.1 1.0.1");
        List<String> names = List.of("provider", "bench.dependent.1");

        assertFalse(half.serve(names, "1.0.2"));
        assertTrue(whole.serve(names, "1.0.2"));
        assertFalse(whole.serve(names, "1.0.3"));
    }

    @Test
    void theChangedBundleIsNotAmongTheOthersThatStopped() throws Exception {
        SwapEvents events = seen(
                "1 STOPPED bench.provider 1.0.1",
                "2 STOPPED bench.dependent.1 1.0.0",
                "3 STOPPED bench.dependent.1 1.0.0");

        assertEquals(1, events.othersStopped("bench.provider"));
    }

    @Test
    void aLineThatIsBeingWrittenIsNotReadYet() throws Exception {
        Path file = Files.writeString(folder.resolve("events"), "1 HERE alone 1.0.1\n2 GONE al");

        assertEquals(1, SwapEvents.read(file, 0).all().size());
        assertEquals(0, SwapEvents.read(file, 1).all().size());
    }

    private SwapEvents seen(String... lines) throws Exception {
        return SwapEvents.read(Files.writeString(folder.resolve("events"), String.join("\n", lines) + "\n"), 0);
    }
}
