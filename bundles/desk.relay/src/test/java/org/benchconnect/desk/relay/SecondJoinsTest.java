package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often an agent is told, and where between the viewer's frames. */
class SecondJoinsTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> told = new ArrayList<>();
    private final SecondJoins joins = new SecondJoins(told::add);

    @Test
    void aSessionIsToldFiveTimesAndOnceASecond() {
        for (long tenth = 0; tenth < 200; tenth++) {
            joins.came(Long.MAX_VALUE - SECOND + tenth * SECOND / 10);
        }

        assertEquals(SecondJoins.MOST, told.size());
    }

    @Test
    void nothingIsToldWithinAMessage() {
        joins.passed(joins.passes(false), false);
        joins.came(0);
        assertEquals(0, told.size());

        joins.passed(joins.passes(true), true);

        assertEquals(1, told.size());
    }

    @Test
    void theNewerFrameCountsWhenItCameWhileTheOlderOneWasHandedOn() {
        long whole = joins.passes(true);
        long first = joins.passes(false);
        joins.passed(first, false);
        joins.passed(whole, true);

        joins.came(0);

        assertEquals(0, told.size());
    }
}
