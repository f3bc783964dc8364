package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person saw counts for what it was. */
class StatementTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final List<Hindrance> BUSY = List.of(new Hindrance(Reason.ACQUIRING, Optional.of("navios")));
    private static final List<Hindrance> UNKNOWN = List.of(Hindrance.of(Reason.UNKNOWN));

    @TempDir
    Path home;

    private Given pc;
    private final SteppingClock wall = new SteppingClock(Given.NOON);
    private final SteppingClock steady = new SteppingClock(Given.NOON);

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    private void stated() {
        pc.course.statedIdle(pc.clock.instant().plus(QUARTER));
    }

    @Test
    void itDoesNotOutliveAnAcquisitionThatWasSeen() throws Exception {
        pc.around.hindrances = BUSY;
        pc.allowed(When.AS_SOON_AS_IDLE);
        stated();
        pc.passes(Given.SOON);

        pc.around.hindrances = UNKNOWN;
        pc.passes(Given.SOON);

        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void norOneThatWasSeenBeforeAnythingWaited() throws Exception {
        stated();
        pc.around.hindrances = BUSY;
        pc.passes(Given.SOON);

        pc.around.hindrances = UNKNOWN;
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.passes(Given.SOON);

        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void aSwitchUsesItUp() throws Exception {
        pc.around.hindrances = UNKNOWN;
        pc.allowed(When.AS_SOON_AS_IDLE);
        stated();
        pc.passes(Given.SOON);
        assertEquals(List.of("switch to 2"), pc.steps.disruptive);

        assertEquals(UNKNOWN, pc.course.hindrances());
    }

    @Test
    void aFeatureThatWasInstalledByItUsesItUp() {
        pc.around.hindrances = UNKNOWN;
        stated();
        assertEquals(List.of(), pc.course.hindrances());

        pc.steps.installFeature();
        pc.passes(Given.SOON);

        assertEquals(UNKNOWN, pc.course.hindrances());
    }

    @Test
    void theTimeThatAPcSleepsCounts() {
        Statement statement = new Statement(wall, steady);
        statement.counts(Given.NOON.plus(QUARTER));

        wall.step(Duration.ofHours(8));
        assertFalse(statement.counts());
        wall.step(Duration.ofHours(-8));

        assertFalse(statement.counts());
    }

    @Test
    void aClockThatIsSetBackDoesNotProlongIt() {
        Statement statement = new Statement(wall, steady);
        statement.counts(Given.NOON.plus(QUARTER));
        assertTrue(statement.counts());

        wall.step(Duration.ofHours(-8));
        steady.step(QUARTER);

        assertFalse(statement.counts());
    }

    @Test
    void anInstrumentThatIsIdleForAnInstantIsNotIdle() throws Exception {
        pc.around.hindrances = BUSY;
        pc.allowed(When.AS_SOON_AS_IDLE);

        for (int sample = 0; sample < 50; sample++) {
            pc.around.hindrances = List.of();
            pc.passes(Duration.ofMillis(1750));
            pc.around.hindrances = BUSY;
            pc.passes(Duration.ofMillis(250));
        }

        assertEquals(List.of(), pc.steps.disruptive);
    }

    @Test
    void twoLooksWithALongTimeBetweenThemAreNoWatching() {
        Calm calm = new Calm();

        calm.saw(true, Given.NOON);
        calm.saw(true, Given.NOON.plusSeconds(60));

        assertFalse(calm.isLongEnough());
    }
}
