package org.benchconnect.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void theDemoBeginsHealthyAndHasALaserFaultAsItsSecondRunAndRecovers() {
        assertEquals(Trouble.HEALTHY, Schedule.DEMO.at(0));
        assertEquals(Trouble.RED_LASER_WEAK, Schedule.DEMO.at(1));
        assertEquals(Trouble.HEALTHY, Schedule.DEMO.at(3));
        assertEquals(Schedule.DEMO.at(1), Schedule.DEMO.at(1 + Schedule.DEMO.length()));
    }

    @Test
    void aHealthyScheduleStaysHealthyAndTheFaultsAreAllThere() {
        Set<Trouble> seen = EnumSet.noneOf(Trouble.class);
        for (int index = 0; index < Schedule.FAULTS.length(); index++) {
            assertEquals(Trouble.HEALTHY, Schedule.HEALTHY.at(index));
            seen.add(Schedule.FAULTS.at(index));
        }
        assertEquals(EnumSet.allOf(Trouble.class), seen);
    }

    @Test
    void everyTroubleChangesTheRun() {
        for (Trouble trouble : EnumSet.complementOf(EnumSet.of(Trouble.HEALTHY))) {
            assertNotEquals(Run.healthy(), trouble.in(Run.healthy()), trouble.name());
        }
    }
}
