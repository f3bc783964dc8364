package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new generation that is not well. */
class CourseNotWellTest {
    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void agent() {
        pc = new Given(home);
    }

    @Test
    void aFailedHealthCheckBringsTheGenerationBackAndTheReasonIsKept() throws Exception {
        pc.switched();
        pc.passes(Duration.ofSeconds(30));

        pc.around.health = Given.UNWELL;
        pc.passes(Duration.ofSeconds(5));

        assertEquals(List.of("switch to 2", "go back"), pc.steps.disruptive);
        assertEquals(1, pc.course.state().generation());
        assertEquals(Optional.of("HEALTH_CHECK"), pc.last().reason());
        pc.offered();
        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }

    @Test
    void whatWasNotWellBeforeDoesNotBringItBack() throws Exception {
        pc.around.health = Given.UNWELL;

        pc.switched();
        pc.passes(Given.MINUTE.plusSeconds(3));

        assertEquals(Outcome.COMMITTED, pc.last().outcome());
    }

    @Test
    void modulesThatDoNotStartAreNotTriedAgain() throws Exception {
        pc.steps.refusesSwitch =
                Optional.of(new FeatureRefusedException(RefusedFor.NOT_STARTED, "a module did not start"));

        pc.switched();
        pc.passes(Given.MINUTE);

        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(Optional.of("NOT_STARTED"), pc.last().reason());
    }

    @Test
    void aDiskThatDoesNotTakeTheCommitLeavesItOnTrialUntilItDoes() throws Exception {
        pc.switched();
        pc.steps.refusesCommit = true;
        pc.passes(Given.MINUTE.plusSeconds(10));
        assertEquals(Phase.PROVES, pc.phase());

        pc.steps.refusesCommit = false;
        pc.passes(Duration.ofSeconds(3));

        assertEquals(Outcome.COMMITTED, pc.last().outcome());
    }

    @Test
    void anUnexpectedFailureDoesNotEndTheCourse() throws Exception {
        pc.steps.whileItSwitches = () -> {
            throw new IllegalStateException("unexpected");
        };
        pc.switched();

        pc.passes(Given.MINUTE);

        assertEquals(Phase.NOTHING_NEW, pc.phase());
        assertEquals(List.of("switch to 2"), pc.steps.disruptive);
    }
}
