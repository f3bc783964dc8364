package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Instant START = Instant.EPOCH;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }

    private static HealthLook look(Set<String> failed, Set<String> unsatisfied, Map<String, Answer> checks) {
        return new HealthLook(Answer.WELL, failed, unsatisfied, checks, 0, 0);
    }

    private static HealthLook check(Answer answer) {
        return look(Set.of(), Set.of(), Map.of("store/Store", answer));
    }

    private static Health health(Baseline before) {
        return new Health(before, START, MINUTE);
    }

    @Test
    void itIsProvenWhenItWasWellForLongEnough() {
        Health health = health(Baseline.WELL);

        assertEquals(Optional.empty(), health.judge(Given.WELL, at(2)));
        assertFalse(health.isProven(at(59)));
        assertTrue(health.isProven(at(60)));
    }

    @Test
    void itIsNotProvenBeforeTheFirstLook() {
        assertFalse(health(Baseline.WELL).isProven(at(60)));
    }

    @Test
    void aComponentThatFailsTwiceInARowBringsTheOldGenerationBack() {
        Health health = health(Baseline.WELL);
        HealthLook failed = look(Set.of("store/Store"), Set.of(), Map.of());

        assertEquals(Optional.empty(), health.judge(failed, at(0)));
        assertEquals(Optional.of(WentBackFor.COMPONENTS), health.judge(failed, at(2)));
    }

    @Test
    void aComponentHasAWhileToFindItsServices() {
        Health health = health(Baseline.WELL);
        HealthLook unsatisfied = look(Set.of(), Set.of("notify/Client"), Map.of());

        for (int second = 0; second <= 10; second += 2) {
            assertEquals(Optional.empty(), health.judge(unsatisfied, at(second)));
        }
        assertEquals(Optional.of(WentBackFor.COMPONENTS), health.judge(unsatisfied, at(12)));
    }

    @Test
    void whatWasSoBeforeDoesNotCount() {
        HealthLook before = new HealthLook(
                Answer.WELL, Set.of("a/A"), Set.of("b/B"), Map.of("c/C", Answer.UNWELL, "d/D", Answer.SILENT), 2, 0);
        Health health = health(Baseline.of(before));

        for (int second = 0; second <= 60; second += 2) {
            assertEquals(Optional.empty(), health.judge(before, at(second)));
        }
        assertTrue(health.isProven(at(60)));
    }

    @Test
    void aCheckThatSaysNoTwiceInARowBringsItBack() {
        Health health = health(Baseline.WELL);

        assertEquals(Optional.empty(), health.judge(check(Answer.UNWELL), at(30)));
        assertEquals(Optional.of(WentBackFor.HEALTH_CHECK), health.judge(check(Answer.UNWELL), at(32)));
    }

    @Test
    void aCheckThatSaysNoOnceIsOnlyADoubt() {
        Health health = health(Baseline.WELL);

        assertEquals(Optional.empty(), health.judge(check(Answer.UNWELL), at(60)));
        assertFalse(health.isProven(at(60)));
        assertEquals(Optional.empty(), health.judge(check(Answer.WELL), at(62)));
        assertFalse(health.isProven(at(62)));
        assertEquals(Optional.empty(), health.judge(check(Answer.WELL), at(70)));
        assertTrue(health.isProven(at(70)));
    }

    @Test
    void noAnswerBringsItBackAtOnce() {
        assertEquals(Optional.of(WentBackFor.NO_ANSWER), health(Baseline.WELL).judge(check(Answer.SILENT), at(6)));
    }

    @Test
    void aComponentRuntimeThatHangsBringsItBack() {
        HealthLook silent = new HealthLook(Answer.SILENT, Set.of(), Set.of(), Map.of(), 0, 0);

        assertEquals(Optional.of(WentBackFor.NO_ANSWER), health(Baseline.WELL).judge(silent, at(6)));
    }

    @Test
    void aQuestionThatIsOpenKeepsItFromBeingProven() {
        Health health = health(Baseline.WELL);

        assertEquals(Optional.empty(), health.judge(check(Answer.ASKED), at(60)));

        assertFalse(health.isProven(at(60)));
    }

    @Test
    void aFullHeapTwiceInARowBringsItBack() {
        Health health = health(Baseline.WELL);
        HealthLook full = new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of(), 0, 0.97);

        assertEquals(Optional.empty(), health.judge(full, at(2)));
        assertEquals(Optional.of(WentBackFor.MEMORY), health.judge(full, at(4)));
    }

    @Test
    void aDeadlockBringsItBackAtOnce() {
        HealthLook locked = new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of(), 2, 0);

        assertEquals(Optional.of(WentBackFor.DEADLOCK), health(Baseline.WELL).judge(locked, at(2)));
    }
}
