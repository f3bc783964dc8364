package org.benchconnect.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class DesktopBenchTest {
    @Test
    void processorTimeIsThatOfTheProcessAndOfItsEndedChildren() {
        String stat = "42 (a (strange) name) S 1 42 42 0 -1 4194560 100 0 0 0 150 50 7 3 20 0 1 0 12345 1000 200";

        assertEquals(2.1, ProcessorTime.seconds(stat), 1e-9);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void processorTimeOfThisProcessIsCounted() throws Exception {
        assertTrue(ProcessorTime.seconds(List.of(ProcessHandle.current())) > 0);
    }

    @Test
    void aGigabyteTakesInProportion() {
        assertEquals(20, ProcessorTime.aGigabyte(2, 100e6), 1e-9);
    }

    @Test
    void theMiddleOfAnEvenNumberIsBetween() {
        assertEquals(2.5, DesktopBench.middle(4, 1, 2, 3));
        assertEquals(2, DesktopBench.middle(3, 1, 2));
    }
}
