package org.benchconnect.upgrade.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.journal.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a person can go back to, and where not. */
class WayBackTest {
    private static final FeatureDocument BASE = Pc.document("org.benchconnect.base", 2, Set.of(), "a", "e");
    private static final FeatureDocument BASE_3 = Pc.document("org.benchconnect.base", 3, Set.of(), "a", "f");
    private static final FeatureDocument ADDED = Pc.document("com.example.added", 1, Set.of(), "d");

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
    void aPersonsWayBackIsOnTrialToo() throws Exception {
        steps.switchTo(staged(BASE));
        steps.commit();
        assertEquals(Optional.of(1), steps.before());

        steps.switchTo(1);

        assertEquals(Optional.of(new GenerationSteps.Trial(1, 2, 0)), steps.trial());
        assertEquals(Kind.ROLLBACK, pc.journal().records().get(0).kind());
        steps.commit();
        assertTrue(steps.isWhole(2), "what was committed once is kept");
    }

    @Test
    void aSecondWayBackNeverLeadsForward() throws Exception {
        steps.switchTo(staged(BASE));
        steps.commit();
        steps.switchTo(staged(BASE_3));
        steps.commit();
        steps.switchTo(steps.before().orElseThrow());
        steps.commit();

        assertEquals(2, steps.current());
        assertEquals(Optional.of(1), steps.before());
        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> steps.switchTo(3));
        assertEquals(RefusedFor.STALE, refused.reason());
        steps.switchTo(1);
        steps.commit();
        assertEquals(Optional.empty(), steps.before());
    }

    @Test
    void whatAPersonLeftIsNoWayBackFromWhatCameLater() throws Exception {
        steps.switchTo(staged(BASE));
        steps.commit();
        steps.switchTo(1);
        steps.commit();

        steps.switchTo(staged(BASE_3));
        steps.commit();

        assertEquals(3, steps.current());
        assertEquals(Optional.of(1), steps.before());
    }

    @Test
    void aWayBackThatFailsGoesBackToWhereItCameFrom() throws Exception {
        steps.switchTo(staged(BASE));
        steps.commit();
        steps.switchTo(1);
        pc.journal().write(new Step.WentBack(1, 2, "MEMORY"));

        steps.goBack();

        assertEquals(2, steps.current());
        assertEquals(Optional.of(1), pc.steps().before());
    }

    @Test
    void whatWasStagedForSomethingElseDoesNotRun() throws Exception {
        int waits = staged(BASE);
        pc.generations().install(pc.plan(ADDED));

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> pc.steps().switchTo(waits));

        assertEquals(RefusedFor.STALE, refused.reason());
        assertEquals(Optional.of(1), pc.steps().before(), "what never ran is no way back");
    }

    @Test
    void whatWentBackIsNoWayBack() throws Exception {
        steps.switchTo(staged(BASE));
        steps.goBack();
        pc.generations().install(pc.plan(ADDED));

        assertEquals(Optional.of(1), pc.steps().before());
    }
}
