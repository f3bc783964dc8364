package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/** A generation on trial that does not run gives way to the one before, whoever asked for it. */
class TrialTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @AutoClose
    private GateLab lab;

    @BeforeEach
    void generationTwoIsCommitted(@TempDir Path folder) throws Exception {
        Counting.forget();
        System.clearProperty(SelfChanging.ANSWER);
        System.clearProperty(SelfChanging.ENDED);
        lab = new GateLab(folder);
        lab.stage(feature("1.0.0", Counting.class));
    }

    @Test
    void aRefusedSwitchPutsThePointerBack() throws Exception {
        lab.start();
        lab.stageOnTrial(feature("1.0.1", Failing.class));

        assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertRunsTheOneBefore();
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void goingBackRunsTheOneBefore() throws Exception {
        lab.start();
        lab.stageOnTrial(feature("1.0.1", Counting.class));
        lab.modules().switchToCurrent();
        String tried = lab.running("lab.swapped").version();

        lab.modules().goBack();

        assertEquals("1.0.1", tried);
        assertRunsTheOneBefore();
        assertEquals(1, Counting.starts("lab.base"));
    }

    @Test
    void withoutAWayBackNothingChanges() throws Exception {
        lab.start();

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().goBack());

        assertEquals(Rule.GENERATION, refused.rule());
        assertRunsTheOneBefore();
        assertEquals(1, Counting.starts("swapped"));
    }

    @Test
    void whereTheOneBeforeDoesNotStartTheAgentStartsAgain() throws Exception {
        lab.start();
        lab.stageOnTrial(feature("1.0.1", Counting.class));
        lab.modules().switchToCurrent();
        Files.writeString(lab.home.resolve("generations/2").resolve(ModuleList.FILE), "torn");

        lab.modules().goBack();

        assertEquals(1, lab.restarts.get());
        assertEquals(2, lab.current());
    }

    @Test
    void theThirdStartRunsTheOneBefore() throws Exception {
        lab.stageOnTrial(feature("1.0.1", Counting.class));
        for (int start = 1; start <= 2; start++) {
            lab.start();
            assertEquals("1.0.1", lab.running("lab.swapped").version());
            lab.stop();
        }

        lab.start();

        assertRunsTheOneBefore();
    }

    @Test
    void oneThatSomebodyElseSignedGoesBackAtOnce() throws Exception {
        lab.stageOnTrial(new ModuleList(List.of(feature("1.0.1", Counting.class))), new Device());

        lab.start();

        assertRunsTheOneBefore();
    }

    @Test
    void oneThatLacksAModuleGoesBackAtOnce() throws Exception {
        ModuleList.Feature lacking = feature("1.0.1", Counting.class);
        lab.stageOnTrial(lacking);
        Files.delete(lab.home.resolve(lacking.modules().get(0).file()));

        lab.start();

        assertRunsTheOneBefore();
    }

    @Test
    void oneWithOtherBytesGoesBackAtOnce() throws Exception {
        ModuleList.Feature wrong = feature("1.0.1", Counting.class);
        lab.stageOnTrial(wrong);
        Files.writeString(lab.home.resolve(wrong.modules().get(0).file()), "other bytes");

        lab.start();

        assertRunsTheOneBefore();
    }

    @Test
    void oneWhoseModuleDoesNotStartWithTheAgentGivesWayAtTheNextStart() throws Exception {
        lab.stageOnTrial(feature("1.0.1", Failing.class));
        lab.start();
        int restarts = lab.restarts.get();
        lab.stop();

        lab.start();

        assertEquals(1, restarts, "the real one ends the process here");
        assertRunsTheOneBefore();
    }

    @Test
    void oneInWhichNobodyDecidesGivesWayByItself() throws Exception {
        lab.longestStart = Duration.ofSeconds(10); // for the start of each module too
        lab.start();
        lab.stageOnTrial(feature("1.0.1", Counting.class));

        lab.modules().switchToCurrent();

        Await.until(
                "the launcher goes back",
                PATIENCE,
                () -> !lab.isOnTrial() && lab.running("lab.swapped").version().equals("1.0.0"));
        assertRunsTheOneBefore();
    }

    @Test
    void whoGoesInTheChangeIsLetGoBeforeAndTheChangeGoesOn() throws Exception {
        lab.stage(new ModuleList(List.of(self("1.0.1", "asker", SelfChanging.class))), lab.device);
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(self("1.0.2", "answerer", Counting.class))), lab.device);
        Bundle asker = lab.bundle("asker");
        ServiceReference<?> begin = asker.getRegisteredServices()[0];

        ((Runnable) asker.getBundleContext().getService(begin)).run();

        Await.until("the change was made", PATIENCE, () -> lab.running(GateLab.BASE)
                .version()
                .equals("1.0.2"));
        assertEquals("done", System.getProperty(SelfChanging.ANSWER));
        assertEquals("true", System.getProperty(SelfChanging.ENDED));
        assertFalse(lab.isInstalled("asker"));
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void whoGoesIsToldWhatIsRefusedBeforeAnythingStops() throws Exception {
        lab.stage(new ModuleList(List.of(self("1.0.1", "asker", SelfChanging.class))), lab.device);
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(self("1.0.2", "lacking", Lacking.class))), lab.device);
        Bundle asker = lab.bundle("asker");

        ((Runnable) asker.getBundleContext().getService(asker.getRegisteredServices()[0])).run();

        Await.until("it was answered", PATIENCE, () -> System.getProperty(SelfChanging.ANSWER) != null);
        assertEquals("ModulesRefusedException", System.getProperty(SelfChanging.ANSWER));
        assertEquals(Bundle.ACTIVE, asker.getState());
        assertFalse(lab.isOnTrial());
    }

    private void assertRunsTheOneBefore() throws Exception {
        assertEquals("1.0.0", lab.running("lab.swapped").version());
        assertTrue(lab.running("lab.swapped").running());
        assertTrue(lab.running(GateLab.BASE).running());
        assertEquals(2, lab.current());
        assertFalse(lab.isOnTrial());
        assertFalse(Files.exists(lab.home.resolve("generations/starts")));
    }

    private ModuleList.Feature feature(String version, Class<? extends BundleActivator> activator) throws Exception {
        byte[] jar = Packed.module("swapped", activator).version(version).jar();
        return lab.feature("lab.swapped", version, List.of(), List.of(), jar);
    }

    /** A base release of one module that may ask the launcher. */
    private ModuleList.Feature self(String version, String module, Class<? extends BundleActivator> activator)
            throws Exception {
        String needs = activator == Lacking.class ? ",nowhere.to.be.found" : "";
        byte[] jar = Packed.module(module, activator)
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework,org.benchconnect.launcher.module" + needs)
                .jar();
        return lab.feature(GateLab.BASE, version, List.of(), List.of(), jar);
    }

    /** Never runs: it needs a package that is nowhere. */
    public static final class Lacking implements BundleActivator {
        @Override
        public void start(org.osgi.framework.BundleContext context) {
            throw new AssertionError("it cannot be resolved");
        }

        @Override
        public void stop(org.osgi.framework.BundleContext context) {
            // it never started
        }
    }
}
