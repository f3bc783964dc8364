package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.provided.Secret;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Modules come, change and go while the agent runs. */
class ModulesTest {
    private static final List<String> SCREEN = List.of("view-screen");

    @TempDir
    Path folder;

    private GateLab lab;

    @BeforeEach
    void anAgentWithTheBaseRelease() throws Exception {
        System.getProperties().keySet().removeIf(key -> key.toString().startsWith(Counting.STARTS));
        lab = new GateLab(folder);
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        System.clearProperty(Intruder.TRACE);
    }

    @Test
    void theLauncherStartsFeaturesWithoutPrivilegesOnly() throws Exception {
        lab.stage(counting("plain"), screen("watcher"));
        lab.start();

        assertTrue(lab.running("lab.plain").running());
        assertFalse(lab.running("lab.watcher").running());
        assertFalse(lab.isInstalled("watcher"));
    }

    @Test
    void aGrantedFeatureRunsFromConsentUntilItIsWithdrawn() throws Exception {
        ModuleList.Feature watcher = screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();

        long begin = System.nanoTime();
        lab.modules().start("lab.watcher", 1);
        long started = System.nanoTime();
        boolean ran = lab.running("lab.watcher").running();
        long evicting = System.nanoTime();
        lab.modules().evict("lab.watcher");
        long evicted = System.nanoTime();

        assertTrue(ran);
        assertFalse(lab.isInstalled("watcher"));
        assertFalse(lab.running("lab.watcher").running());
        assertEquals(1, Counting.starts("lab.base"));
        assertTrue(Duration.ofNanos(started - begin).toMillis() <= 100, "from grant to running in 100 ms");
        assertTrue(Duration.ofNanos(evicted - evicting).toMillis() <= 1000, "withdrawn in 1 s");
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void aModuleThatHangsInItsStopEndsTheProcessWithinASecond() throws Exception {
        ModuleList.Feature hanging = lab.feature(
                "lab.hanging",
                SCREEN,
                List.of(),
                Packed.module("hanging", Hanging.class).jar());
        lab.stage(hanging);
        lab.grant(hanging, 1);
        lab.start();
        lab.modules().start("lab.hanging", 1);

        long begin = System.nanoTime();
        lab.modules().evict("lab.hanging");
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();

        assertTrue(lab.restarts.get() >= 1, "the real one ends the process here");
        assertTrue(millis <= 1000, millis + " ms");
    }

    @Test
    void aFeatureWithoutPrivilegesIsEvictedToo() throws Exception {
        lab.stage(counting("plain"));
        lab.start();

        lab.modules().evict("lab.plain");

        assertFalse(lab.isInstalled("plain"));
        assertFalse(lab.running("lab.plain").running());
        assertTrue(lab.running(GateLab.BASE).running());
    }

    @Test
    void aFeatureWhoseModulesAreAllSharedRunsByItsGrantOnly() throws Exception {
        ModuleList.Feature plain = counting("plain");
        ModuleList.Feature sharing = new ModuleList.Feature("lab.sharing", "1.0.0", SCREEN, List.of(), List.of());
        lab.stage(plain, sharing);
        lab.write(new Grant("lab.sharing", "1.0.0", SCREEN, Grant.NO_MODEL, plain.sha256()), 1);
        lab.start();

        boolean before = lab.running("lab.sharing").running();
        lab.modules().start("lab.sharing", 1);
        boolean granted = lab.running("lab.sharing").running();
        lab.modules().evict("lab.sharing");

        assertFalse(before);
        assertTrue(granted);
        assertFalse(lab.running("lab.sharing").running());
        assertTrue(lab.running("lab.plain").running());
    }

    @Test
    void evictingWhatDoesNotRunChangesNothing() throws Exception {
        lab.stage(screen("watcher"));
        lab.start();

        lab.modules().evict("lab.watcher");
        lab.modules().evict("lab.nowhere");
        lab.modules().evict(GateLab.BASE);

        assertTrue(lab.running(GateLab.BASE).running());
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void aSwitchStartsWhatIsNewStopsWhatIsGoneAndLeavesTheNeighboursAlone() throws Exception {
        lab.stage(counting("stays"), counting("goes"));
        lab.start();
        lab.stage(counting("stays"), counting("comes"));

        lab.modules().switchToCurrent();

        assertFalse(lab.isInstalled("goes"));
        assertTrue(lab.running("lab.comes").running());
        assertEquals(1, Counting.starts("stays"));
        assertEquals(1, Counting.starts("lab.base"));
        assertEquals(List.of(), lab.refusals);
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOld() throws Exception {
        lab.stage(feature("2.0.0", Counting.class));
        lab.start();
        lab.stage(feature("2.0.1", Counting.class));

        lab.modules().switchToCurrent();

        assertEquals("2.0.1", lab.bundle("swapped").getVersion().toString());
        assertEquals(2, Counting.starts("swapped"));
        assertEquals(1, Counting.starts("lab.base"));
    }

    @Test
    void aModuleThatDoesNotStartLeavesTheGenerationBefore() throws Exception {
        lab.stage(feature("2.0.0", Counting.class), counting("neighbour"));
        lab.start();
        lab.stage(feature("2.0.1", Failing.class), counting("neighbour"), counting("another"));

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
        lab.stage(feature("2.0.0", Counting.class));
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
        lab.stage(feature("2.0.0", Counting.class));
        lab.start();
        lab.stage(feature("2.0.1", Failing.class));
        assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());
        lab.pointBack();

        lab.modules().switchToCurrent();
        lab.stage(feature("2.0.2", Counting.class));
        lab.modules().switchToCurrent();

        assertEquals("2.0.2", lab.bundle("swapped").getVersion().toString());
    }

    @Test
    void aFeatureWithPrivilegesRunsThroughASwitchThatDoesNotConcernIt() throws Exception {
        ModuleList.Feature watcher = screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();
        lab.modules().start("lab.watcher", 1);
        lab.stage(watcher, counting("comes"));

        lab.modules().switchToCurrent();

        assertTrue(lab.running("lab.watcher").running());
        assertEquals(1, Counting.starts("watcher"));
    }

    @Test
    void aFeatureWithPrivilegesThatChangedWaitsForItsGrant() throws Exception {
        ModuleList.Feature watcher = screen("watcher");
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
        ModuleList.Feature plain = counting("moved");
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

    @Test
    void whoIsWiredToAnEvictedModuleRunsAgainWhenItIsBack() throws Exception {
        ModuleList.Feature provider = lab.feature(
                "lab.provider",
                SCREEN,
                List.of(),
                Packed.module("provider")
                        .with(Constants.EXPORT_PACKAGE, Secret.class.getPackageName() + ";privilege=control-input")
                        .with(Secret.class)
                        .jar());
        ModuleList.Feature user = lab.feature(
                "lab.user",
                List.of("control-input"),
                List.of(),
                Packed.module("user", Caller.class)
                        .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + Secret.class.getPackageName())
                        .jar());
        lab.stage(provider, user);
        lab.grant(provider, 1);
        lab.grant(user, 2);
        lab.start();
        lab.modules().start("lab.provider", 1);
        lab.modules().start("lab.user", 2);

        lab.modules().evict("lab.provider");
        boolean without = lab.running("lab.user").running();
        lab.modules().start("lab.provider", 1);

        assertFalse(without);
        assertTrue(lab.running("lab.user").running());
        assertEquals(1, Counting.starts("lab.base"));
    }

    @Test
    void whatSomebodyInstalledUnderTheLocationOfAModuleIsNotAdmitted() throws Exception {
        ModuleList.Feature watcher = screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        BundleContext context = lab.start().context();
        String location =
                "reference:" + lab.home.resolve(watcher.modules().get(0).file()).toUri();
        byte[] intruder = Packed.module("intruder", Intruder.class).jar();
        context.installBundle(location, new ByteArrayInputStream(intruder));

        lab.modules().start("lab.watcher", 1);

        assertFalse(lab.isInstalled("intruder"));
        assertTrue(lab.running("lab.watcher").running());
        assertNull(System.getProperty(Intruder.TRACE));
    }

    private ModuleList.Feature counting(String module) throws Exception {
        return lab.feature(
                "lab." + module,
                List.of(),
                List.of(),
                Packed.module(module, Counting.class).jar());
    }

    private ModuleList.Feature screen(String module) throws Exception {
        return lab.feature(
                "lab." + module,
                SCREEN,
                List.of(),
                Packed.module(module, Counting.class).jar());
    }

    private ModuleList.Feature feature(String version, Class<? extends org.osgi.framework.BundleActivator> activator)
            throws Exception {
        byte[] jar = Packed.module("swapped", activator).version(version).jar();
        return lab.feature("lab.swapped", version, List.of(), List.of(), jar);
    }
}
