package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.Test;

/** What is bad now and then is bad. */
class FlickerTest {
    private final Health health = new Health(Baseline.WELL, Instant.EPOCH, Duration.ofMinutes(1));

    private static HealthLook failed(String... names) {
        return new HealthLook(Answer.WELL, Set.of(names), Set.of(), Map.of(), 0, 0);
    }

    private static HealthLook check(Answer answer) {
        return new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of("store/Store", answer), 0, 0);
    }

    /** A look every two seconds; what comes of it within four minutes. */
    private Optional<WentBackFor> outcome(IntFunction<HealthLook> looks) {
        for (int number = 0; number < 120; number++) {
            Instant now = Instant.EPOCH.plusSeconds(2L * number);
            Optional<WentBackFor> back = health.judge(looks.apply(number), now);
            if (back.isPresent() || health.isProven(now)) {
                return back;
            }
        }
        throw new AssertionError("neither well nor back");
    }

    @Test
    void aCheckThatFlipsAtEveryLookBringsTheOldGenerationBack() {
        assertEquals(
                Optional.of(WentBackFor.HEALTH_CHECK),
                outcome(number -> check(number % 2 == 0 ? Answer.UNWELL : Answer.WELL)));
    }

    @Test
    void componentsThatTakeTurnsBringItBack() {
        assertEquals(
                Optional.of(WentBackFor.COMPONENTS),
                outcome(number -> number % 3 == 2 ? Given.WELL : failed(number % 3 == 0 ? "a/A" : "b/B")));
    }

    @Test
    void oneThatIsNeverWithoutDoubtForLongGoesBackWithinTwiceTheTime() {
        assertEquals(
                Optional.of(WentBackFor.COMPONENTS),
                outcome(number -> number % 4 == 0 ? failed("x/X" + number) : Given.WELL));
    }

    @Test
    void aComponentRuntimeThatNeverComesGoesBack() {
        HealthLook without = new HealthLook(Answer.UNWELL, Set.of(), Set.of(), Map.of(), 0, 0);

        assertEquals(Optional.of(WentBackFor.NO_ANSWER), outcome(number -> without));
    }

    @Test
    void aDoubtNearTheEndPutsTheEndOff() {
        assertEquals(Optional.empty(), health.judge(failed("a/A"), Instant.EPOCH.plusSeconds(55)));
        assertEquals(Optional.empty(), health.judge(Given.WELL, Instant.EPOCH.plusSeconds(60)));
        assertFalse(health.isProven(Instant.EPOCH.plusSeconds(64)));
        assertTrue(health.isProven(Instant.EPOCH.plusSeconds(65)));
    }
}
