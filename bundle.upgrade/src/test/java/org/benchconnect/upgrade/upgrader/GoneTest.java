package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.benchconnect.upgrade.upgrader.There.Runs;
import org.junit.jupiter.api.Test;

/** A part that is gone cannot say that it is not well. */
class GoneTest {
    private static final There FULL = new There(
            Set.of("store", "core"),
            Set.of("store/Store", "store/Check"),
            Set.of("store/Store", "store/Check"),
            Map.of("base", Runs.YES, "support", Runs.YES));
    private static final HealthLook BEFORE = look(FULL, Map.of("store/Check", Answer.WELL));

    private static HealthLook look(There there, Map<String, Answer> checks) {
        return new HealthLook(Answer.WELL, Set.of(), Set.of(), checks, 0, 0, there);
    }

    private static There there(Set<String> modules, Set<String> described, Set<String> well) {
        return new There(modules, described, well, FULL.features());
    }

    private static Optional<WentBackFor> afterASecondLook(HealthLook look) {
        Health health = new Health(Baseline.of(BEFORE), Instant.EPOCH, Duration.ofMinutes(1));
        assertEquals(Optional.empty(), health.judge(look, Instant.EPOCH.plusSeconds(8))); // still settles
        assertEquals(Optional.empty(), health.judge(look, Instant.EPOCH.plusSeconds(10)));
        return health.judge(look, Instant.EPOCH.plusSeconds(12));
    }

    @Test
    void aModuleThatStopsItselfBringsTheOldGenerationBack() {
        There stopped = there(FULL.modules(), Set.of(), Set.of());

        assertEquals(Optional.of(WentBackFor.COMPONENTS), afterASecondLook(look(stopped, Map.of())));
    }

    @Test
    void aCheckThatDisappearsBringsItBack() {
        assertEquals(Optional.of(WentBackFor.COMPONENTS), afterASecondLook(look(FULL, Map.of())));
    }

    @Test
    void allChecksThatDisappearWhileNobodySaysWhatIsThereBringItBack() {
        assertEquals(Optional.of(WentBackFor.COMPONENTS), afterASecondLook(Given.WELL));
    }

    @Test
    void aComponentThatSwitchesItselfOffBringsItBack() {
        There disabled = there(FULL.modules(), FULL.described(), Set.of("store/Check"));

        assertEquals(
                Optional.of(WentBackFor.COMPONENTS),
                afterASecondLook(look(disabled, Map.of("store/Check", Answer.WELL))));
    }

    @Test
    void aModuleThatIsNotInTheNewGenerationIsNotMissed() {
        assertEquals(Optional.empty(), afterASecondLook(look(there(Set.of("core"), Set.of(), Set.of()), Map.of())));
    }

    @Test
    void aComponentThatItsAuthorRenamedIsNotMissed() {
        Set<String> renamed = Set.of("store/Shop", "store/Check");

        assertEquals(
                Optional.empty(),
                afterASecondLook(look(there(FULL.modules(), renamed, renamed), Map.of("store/Check", Answer.WELL))));
    }

    @Test
    void aFeatureThatDoesNotRunBringsItBack() {
        assertEquals(Optional.of(WentBackFor.COMPONENTS), afterASecondLook(features(Runs.NO, Runs.YES)));
    }

    @Test
    void anAllowedFeatureThatRanBeforeBringsItBack() {
        assertEquals(
                Optional.of(WentBackFor.COMPONENTS), afterASecondLook(features(Runs.YES, Runs.NOT_THOUGH_ALLOWED)));
    }

    @Test
    void aFeatureWhoseConsentIsNotCarriedOverIsForPeopleToAnswer() {
        assertEquals(Optional.empty(), afterASecondLook(features(Runs.YES, Runs.NOT_ALLOWED)));
    }

    private static HealthLook features(Runs base, Runs support) {
        There there =
                new There(FULL.modules(), FULL.described(), FULL.well(), Map.of("base", base, "support", support));
        return look(there, Map.of("store/Check", Answer.WELL));
    }

    @Test
    void aFeatureWithPrivilegesWithoutConsentsIsNotAllowed() {
        List<FeatureModules> features = List.of(
                new FeatureModules("base", "1", List.of(), List.of(), List.of(), false),
                new FeatureModules("support", "1", List.of("network"), List.of(), List.of(), false));

        assertEquals(
                Map.of("base", Runs.NO, "support", Runs.NOT_ALLOWED), RunningFeatures.of(features, Optional.empty()));
    }
}
