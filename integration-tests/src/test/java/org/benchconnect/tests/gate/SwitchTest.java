package org.benchconnect.tests.gate;

import static org.benchconnect.tests.gate.LabFeatures.SCREEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Modules come, change and go by a switch to another generation while the agent runs. */
class SwitchTest {
    @AutoClose
    private GateLab lab;

    private LabFeatures features;

    @BeforeEach
    void anAgentWithTheBaseRelease(@TempDir Path folder) throws Exception {
        Counting.forget();
        lab = new GateLab(folder);
        features = new LabFeatures(lab);
    }

    @Test
    void aSwitchStartsWhatIsNewStopsWhatIsGoneAndLeavesTheNeighboursAlone() throws Exception {
        lab.stage(features.counting("stays"), features.counting("goes"));
        lab.start();
        lab.stage(features.counting("stays"), features.counting("comes"));

        lab.modules().switchToCurrent();

        assertFalse(lab.isInstalled("goes"));
        assertTrue(lab.running("lab.comes").running());
        assertEquals(1, Counting.starts("stays"));
        assertEquals(1, Counting.starts("lab.base"));
        assertEquals(List.of(), lab.refusals);
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOld() throws Exception {
        lab.stage(features.swapped("2.0.0", Counting.class));
        lab.start();
        lab.stage(features.swapped("2.0.1", Counting.class));

        lab.modules().switchToCurrent();

        assertEquals("2.0.1", lab.bundle("swapped").getVersion().toString());
        assertEquals(2, Counting.starts("swapped"));
        assertEquals(1, Counting.starts("lab.base"));
    }

    @Test
    void aModuleThatDoesNotStartLeavesTheGenerationBefore() throws Exception {
        lab.stage(features.swapped("2.0.0", Counting.class), features.counting("neighbour"));
        lab.start();
        lab.stage(
                features.swapped("2.0.1", Failing.class), features.counting("neighbour"), features.counting("another"));

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertEquals(Rule.NOT_STARTED, refused.rule());
        assertTrue(refused.getMessage().contains("swapped 2.0.1 does not start"), refused::getMessage);
        assertEquals("2.0.0", lab.bundle("swapped").getVersion().toString());
        assertEquals(Bundle.ACTIVE, lab.bundle("swapped").getState());
        assertFalse(lab.isInstalled("another"));
        assertEquals(1, Counting.starts("neighbour"));
        assertEquals("2.0.0", lab.running("lab.swapped").version());
        assertEquals(List.of(), lab.refusals, "it was allowed: no refusal of the gate");
    }

    @Test
    void aModuleThatLacksAPackageIsRefusedBeforeTheOldOneStops() throws Exception {
        lab.stage(features.swapped("2.0.0", Counting.class));
        lab.start();
        byte[] lacking = Packed.module("swapped", Counting.class)
                .version("2.0.1")
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework,nowhere.to.be.found")
                .jar();
        lab.stage(lab.feature("lab.swapped", "2.0.1", List.of(), List.of(), lacking));

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertTrue(refused.getMessage().contains("nowhere.to.be.found"), refused::getMessage);
        assertEquals(1, Counting.starts("swapped"));
    }

    @Test
    void afterARefusedSwitchTheNextOneWorks() throws Exception {
        lab.stage(features.swapped("2.0.0", Counting.class));
        lab.start();
        lab.stage(features.swapped("2.0.1", Failing.class));
        assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());
        lab.pointBack();

        lab.modules().switchToCurrent();
        lab.stage(features.swapped("2.0.2", Counting.class));
        lab.modules().switchToCurrent();

        assertEquals("2.0.2", lab.bundle("swapped").getVersion().toString());
    }

    @Test
    void aFeatureWithPrivilegesRunsThroughASwitchThatDoesNotConcernIt() throws Exception {
        ModuleList.Feature watcher = features.screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();
        lab.modules().start("lab.watcher", 1);
        lab.stage(watcher, features.counting("comes"));

        lab.modules().switchToCurrent();

        assertTrue(lab.running("lab.watcher").running());
        assertEquals(1, Counting.starts("watcher"));
    }

    @Test
    void aFeatureWithPrivilegesThatChangedWaitsForItsGrant() throws Exception {
        ModuleList.Feature watcher = features.screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();
        lab.modules().start("lab.watcher", 1);
        ModuleList.Feature newer = lab.feature(
                "lab.watcher",
                "1.0.1",
                SCREEN,
                List.of(),
                Packed.module("watcher", Counting.class).version("1.0.1").jar());
        lab.stage(newer);

        lab.modules().switchToCurrent();
        boolean ran = lab.running("lab.watcher").running();
        lab.grant(newer, 2);
        lab.modules().start("lab.watcher", 2);

        assertFalse(ran);
        assertEquals("1.0.1", lab.bundle("watcher").getVersion().toString());
        assertTrue(lab.running("lab.watcher").running());
    }

    @Test
    void aModuleThatMovesToAFeatureWithPrivilegesStopsAndBack() throws Exception {
        ModuleList.Feature plain = features.counting("moved");
        ModuleList.Feature privileged =
                new ModuleList.Feature(plain.name(), plain.version(), SCREEN, List.of(), plain.modules());
        lab.stage(plain);
        lab.start();
        lab.stage(privileged);

        lab.modules().switchToCurrent();
        boolean ranWithoutGrant = lab.isInstalled("moved");
        lab.grant(privileged, 1);
        lab.modules().start(privileged.name(), 1);
        boolean ranByGrant = lab.running(privileged.name()).running();
        lab.stage(plain);
        lab.modules().switchToCurrent();

        assertFalse(ranWithoutGrant);
        assertTrue(ranByGrant);
        assertTrue(lab.running(plain.name()).running());
        assertEquals(3, Counting.starts("moved"));
    }
}
