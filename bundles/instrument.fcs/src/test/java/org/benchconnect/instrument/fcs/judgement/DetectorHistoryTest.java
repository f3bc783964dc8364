package org.benchconnect.instrument.fcs.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.benchconnect.core.instrument.Memory;
import org.junit.jupiter.api.Test;

class DetectorHistoryTest {
    @Test
    void aRowIsReadAsItWasWritten() {
        DetectorHistory history = new DetectorHistory(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)));

        assertEquals(history, DetectorHistory.read(history.row()));
    }

    @Test
    void aRowThatIsNotUnderstoodIsNoHistory() {
        assertEquals(0, DetectorHistory.read(List.of(3.0, 1.0)).runs().size());
        assertEquals(0, DetectorHistory.read(List.of(-3.0, 1.0)).runs().size());
        assertEquals(0, DetectorHistory.read(List.of()).runs().size());
    }

    @Test
    void aLongHistoryFitsIntoMemory() {
        DetectorHistory history = new DetectorHistory(List.of());
        for (int run = 0; run < 60; run++) {
            history = history.and(Collections.nCopies(128, 1.0), 50);
        }

        assertEquals(31, history.runs().size());
        assertTrue(history.row().size() <= Memory.MAX_NUMBERS);
    }
}
