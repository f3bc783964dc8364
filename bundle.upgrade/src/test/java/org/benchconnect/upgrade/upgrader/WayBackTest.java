package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's way back leads back, and nowhere else. */
class WayBackTest {
    private static final Duration PROVEN = Duration.ofSeconds(63);

    @TempDir
    Path home;

    private Given pc;

    @BeforeEach
    void wentBack() throws Exception {
        pc = new Given(home);
        pc.around.health = new HealthLook(
                Answer.WELL,
                Set.of(),
                Set.of(),
                Map.of("store/Store", Answer.WELL),
                0,
                0,
                new There(Set.of("store"), Set.of("store/Store"), Set.of("store/Store"), Map.of()));
        pc.switched();
        pc.passes(PROVEN);
        pc.course.goBack();
    }

    private void isRefused() {
        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> pc.course.goBack());
        assertEquals(RefusedFor.NO_WAY_BACK, refused.reason());
        assertEquals(1, pc.steps.current);
    }

    @Test
    void theSecondGoBackWhileTheFirstIsOnTrialDoesNotGoForward() {
        isRefused();
        assertEquals(Phase.PROVES, pc.phase());
        assertEquals(Optional.empty(), pc.course.state().before());
    }

    @Test
    void norAfterItWasCommitted() {
        pc.passes(PROVEN);

        isRefused(); // although the generation before, by the journal, is the newer one
    }

    @Test
    void norAfterAStartInBetween() {
        pc.restart();

        isRefused();
    }

    @Test
    void oneThatIsBadItselfIsUndoneAsEver() {
        pc.around.health = new HealthLook(Answer.WELL, Set.of("store/Store"), Set.of(), Map.of(), 0, 0);

        pc.passes(Duration.ofSeconds(5));

        assertEquals(2, pc.steps.current);
    }

    @Test
    void whatTheOlderGenerationNeverHadIsNotMissed() {
        pc.around.health = Given.WELL;

        pc.passes(PROVEN);

        assertEquals(List.of("switch to 2", "switch to 1"), pc.steps.disruptive);
        assertEquals(Optional.empty(), pc.steps.wayBack);
    }

    @Test
    void whatAPersonWentBackFromIsNotOfferedByItself() {
        pc.passes(PROVEN);

        pc.course.found(Optional.of(Given.plan("2".repeat(64))), Optional.empty(), Optional.empty(), false);

        assertEquals(Phase.NOTHING_NEW, pc.phase());
    }
}
