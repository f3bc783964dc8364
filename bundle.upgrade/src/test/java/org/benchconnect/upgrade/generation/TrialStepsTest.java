package org.benchconnect.upgrade.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.ModuleStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.journal.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialStepsTest {
    private static final FeatureDocument BASE = Pc.document("org.benchconnect.base", 2, Set.of(), "a", "e");
    private static final FeatureDocument BASE_3 = Pc.document("org.benchconnect.base", 3, Set.of(), "a", "f");
    private static final FeatureDocument ADDED = Pc.document("com.example.added", 1, Set.of(), "d");
    private static final FeatureDocument NEWER = Pc.document("com.example.added", 2, Set.of(), "f");

    private Pc pc;
    private GenerationSteps steps;

    @BeforeEach
    void pc(@TempDir Path folder) throws IOException {
        pc = new Pc(folder, new FaultyStorage(Path.of("/").toAbsolutePath()));
        steps = pc.steps();
    }

    private int staged(FeatureDocument... documents) throws FeatureRefusedException {
        return steps.stage(pc.plans(documents));
    }

    @Test
    void severalFeaturesChangeInOneGenerationAndKeepTheirPlace() throws Exception {
        pc.generations().install(pc.plan(ADDED));

        steps.switchTo(staged(NEWER, BASE));

        assertEquals("3", pc.current());
        assertEquals(
                List.of(
                        "org.benchconnect.base 2.0.0",
                        "org.benchconnect.remote-support 1.0.0",
                        "com.example.added 2.0.0"),
                pc.features().stream()
                        .map(each -> each.name() + " " + each.version())
                        .toList());
        assertEquals(Optional.of(new GenerationSteps.Trial(3, 2, 0)), steps.trial());
    }

    @Test
    void aFeatureThatIsNotHereIsNoUpgrade() {
        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> staged(ADDED));

        assertEquals(RefusedFor.STALE, refused.reason());
    }

    @Test
    void whatIsStagedIsWholeAndNothingNamesIt() throws Exception {
        int number = staged(BASE);

        assertTrue(steps.isWhole(number));
        assertEquals(1, steps.current());
        assertEquals(Optional.empty(), steps.trial());
        pc.storage.delete(pc.home.resolve("modules/" + "e".repeat(64) + ".jar"));
        assertFalse(steps.isWhole(number));
    }

    @Test
    void anUpgradeIsRecordedWithWhatChanged() throws Exception {
        steps.switchTo(staged(BASE));
        steps.commit();

        UpgradeRecord record = pc.journal().records().get(0);
        assertEquals(Kind.UPGRADE, record.kind());
        assertEquals(Outcome.COMMITTED, record.outcome());
        assertEquals(Optional.of(History.plan(List.of(pc.plan(BASE)))), record.plan());
        assertEquals(
                List.of(new FeatureStep(
                        "org.benchconnect.base",
                        Optional.of("1.0.0"),
                        Optional.of("2.0.0"),
                        Optional.of(pc.plan(BASE)))),
                record.features());
        assertTrue(
                record.modules().contains(new ModuleStep("m.e", Optional.empty(), Optional.of("e".repeat(64)))),
                () -> record.modules().toString());
        assertEquals(Optional.empty(), steps.trial());
    }

    @Test
    void goingBackRunsWhatRanAndTakesTheNewAway() throws Exception {
        steps.switchTo(staged(BASE));
        pc.journal().write(new Step.WentBack(2, 1, "MEMORY"));

        pc.steps().goBack();

        assertEquals("1", pc.current());
        assertEquals("1.0.0", pc.feature("org.benchconnect.base").orElseThrow().version());
        assertFalse(pc.steps().isWhole(2));
        assertEquals(Optional.of("MEMORY"), pc.journal().records().get(0).reason());
        assertThrows(FeatureRefusedException.class, () -> pc.steps().goBack());
    }

    @Test
    void theNumberOfWhatWentBackIsNotUsedAgain() throws Exception {
        steps.switchTo(staged(BASE));
        pc.journal().write(new Step.WentBack(2, 1, "COMPONENTS"));
        steps.goBack();
        assertFalse(pc.storage.names(pc.home.resolve("generations")).contains("2"));
        steps = pc.steps();

        int number = staged(BASE_3);

        assertEquals(3, number);
        assertTrue(pc.steps().isWhole(number), "a person's yes is lost at the next start");
    }

    @Test
    void whatTheJournalTellsOfAnOldGenerationDoesNotTakeAwayANewOneOfItsNumber() throws Exception {
        steps.switchTo(staged(BASE));
        steps.goBack();
        pc.journal().write(new Step.WentBack(7, 1, "MEMORY"));
        pc.journal().write(new Step.Switched(2, 1, Kind.UPGRADE, Optional.empty(), List.of(), List.of()));
        pc.journal().write(new Step.WentBack(2, 1, "MEMORY"));
        int number = pc.steps().stage(List.of(pc.plan(BASE_3)));
        pc.journal().write(new Step.Switched(number, 1, Kind.UPGRADE, Optional.empty(), List.of(), List.of()));
        pc.journal().write(new Step.WentBack(number, 1, "MEMORY"));
        pc.journal().write(new Step.Staged(number, 1, Optional.empty()));

        assertEquals(8, number);
        assertTrue(pc.steps().isWhole(number));
    }

    @Test
    void aFeatureThatIsTakenAwayWhilePowerGoesEndsNothingElse() throws Exception {
        pc.generations().install(pc.plan(ADDED));
        steps = pc.steps();
        steps.switchTo(staged(BASE));
        int without = pc.steps().stageWithout("com.example.added");
        pc.journal().write(new Step.Switched(without, 3, Kind.FEATURE, Optional.empty(), List.of(), List.of()));

        steps = pc.steps(); // power was lost before the pointer moved

        assertEquals(Optional.of(new GenerationSteps.Trial(3, 2, 0)), steps.trial());
        assertEquals(Outcome.PROVES, pc.journal().records().get(0).outcome());
        assertEquals(3, pc.journal().records().get(0).generation());
        steps.commit();
        assertEquals(Outcome.COMMITTED, pc.journal().records().get(0).outcome());
        assertEquals(Set.of(), pc.journal().notOffered());
        steps.switchTo(steps.stage(List.of(pc.plan(BASE_3))));
        steps.commit();
        assertEquals(Optional.of(3), pc.steps().before());
    }

    @Test
    void aLauncherThatLetsGoOnTheWayBackLeavesTheRestToWhoComesNext() throws Exception {
        steps.switchTo(staged(BASE));
        pc.letsGo = true;

        steps.goBack();

        assertEquals(Outcome.PROVES, pc.journal().records().get(0).outcome());
        assertTrue(pc.steps().trial().isEmpty());
        assertEquals(Outcome.WENT_BACK, pc.journal().records().get(0).outcome());
    }

    @Test
    void aLauncherThatLetsGoOfThisModuleIsNotToldOfAsDone() throws Exception {
        int[] told = {0};
        pc.changed = () -> told[0]++;
        int number = staged(BASE);
        pc.letsGo = true;

        pc.steps().switchTo(number);

        assertEquals(0, told[0]);
        assertEquals(
                Outcome.PROVES,
                pc.journal().records().get(0).outcome(),
                "the line is there before the launcher is asked");
    }

    @Test
    void whileOneIsOnTrialNothingComesAndTakingAwayDoesNotWait() throws Exception {
        pc.generations().install(pc.plan(ADDED));
        steps = pc.steps();
        steps.switchTo(staged(BASE));

        FeatureRefusedException refused = assertThrows(
                FeatureRefusedException.class, () -> pc.generations().install(pc.plan(NEWER)));
        pc.generations().remove("com.example.added");

        assertEquals(RefusedFor.BUSY, refused.reason());
        assertTrue(pc.feature("com.example.added").isEmpty());
        assertEquals(Optional.of(new GenerationSteps.Trial(4, 2, 0)), steps.trial());
    }

    @Test
    void aRefusedSwitchLeavesNothingAndSaysWhy() throws Exception {
        int number = staged(BASE);
        pc.refusal = new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "m.e does not start");

        assertThrows(FeatureRefusedException.class, () -> steps.switchTo(number));

        assertEquals("1", pc.current());
        assertFalse(steps.isWhole(number));
        assertEquals(
                Optional.of(Step.NOT_STARTED), pc.journal().records().get(0).reason());
    }

    @Test
    void whatTheLauncherWentBackFromIsToldAtTheNextStart() throws Exception {
        steps.switchTo(staged(BASE));
        pc.storage.rename(pc.home.resolve("generations/current.before"), pc.home.resolve("generations/current"));

        pc.steps();

        UpgradeRecord record = pc.journal().records().get(0);
        assertEquals(Outcome.WENT_BACK, record.outcome());
        assertEquals(Optional.of(Step.CRASHED), record.reason());
    }
}
