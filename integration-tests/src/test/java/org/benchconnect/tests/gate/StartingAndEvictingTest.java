package org.benchconnect.tests.gate;

import static org.benchconnect.tests.gate.LabFeatures.SCREEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.provided.Secret;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.tests.Quickest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Features start when they may, and are evicted, while the agent runs. */
class StartingAndEvictingTest {
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
    void theLauncherStartsFeaturesWithoutPrivilegesOnly() throws Exception {
        lab.stage(features.counting("plain"), features.screen("watcher"));
        lab.start();

        assertTrue(lab.running("lab.plain").running());
        assertFalse(lab.running("lab.watcher").running());
        assertFalse(lab.isInstalled("watcher"));
    }

    @Test
    void aGrantedFeatureRunsFromConsentUntilItIsWithdrawn() throws Exception {
        ModuleList.Feature watcher = features.screen("watcher");
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();

        Quickest.within(Duration.ofMillis(100), () -> startedAndEvicted().get(0)); // from grant to running
        Quickest.within(Duration.ofSeconds(1), () -> startedAndEvicted().get(1)); // withdrawn

        assertEquals(1, Counting.starts("lab.base"));
        assertEquals(0, lab.restarts.get());
    }

    /** How long its start took, and its end. */
    private List<Duration> startedAndEvicted() throws Exception {
        long begin = System.nanoTime();
        lab.modules().start("lab.watcher", 1);
        Duration started = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(lab.running("lab.watcher").running());

        Duration evicted = lab.evict("lab.watcher");

        assertFalse(lab.isInstalled("watcher"));
        assertFalse(lab.running("lab.watcher").running());
        return List.of(started, evicted);
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

        Quickest.within(Duration.ofSeconds(1), () -> {
            lab.modules().start("lab.hanging", 1);
            int restarts = lab.restarts.get();
            long begin = System.nanoTime();
            lab.modules().evict("lab.hanging");
            Duration took = Duration.ofNanos(System.nanoTime() - begin);

            assertTrue(lab.restarts.get() > restarts, "the real one ends the process here");
            lab.letGo();
            return took;
        });
    }

    @Test
    void aFeatureWithoutPrivilegesIsEvictedToo() throws Exception {
        lab.stage(features.counting("plain"));
        lab.start();

        lab.evict("lab.plain");

        assertFalse(lab.isInstalled("plain"));
        assertFalse(lab.running("lab.plain").running());
        assertTrue(lab.running(GateLab.BASE).running());
    }

    @Test
    void aFeatureWhoseModulesAreAllSharedRunsByItsGrantOnly() throws Exception {
        ModuleList.Feature plain = features.counting("plain");
        ModuleList.Feature sharing = new ModuleList.Feature("lab.sharing", "1.0.0", SCREEN, List.of(), List.of());
        lab.stage(plain, sharing);
        lab.write(new Grant("lab.sharing", "1.0.0", SCREEN, Grant.NO_MODEL, plain.sha256()), 1);
        lab.start();

        boolean before = lab.running("lab.sharing").running();
        lab.modules().start("lab.sharing", 1);
        boolean granted = lab.running("lab.sharing").running();
        lab.evict("lab.sharing");

        assertFalse(before);
        assertTrue(granted);
        assertFalse(lab.running("lab.sharing").running());
        assertTrue(lab.running("lab.plain").running());
    }

    @Test
    void evictingWhatDoesNotRunChangesNothing() throws Exception {
        lab.stage(features.screen("watcher"));
        lab.start();

        lab.modules().evict("lab.watcher");
        lab.modules().evict("lab.nowhere");
        lab.modules().evict(GateLab.BASE);

        assertTrue(lab.running(GateLab.BASE).running());
        assertEquals(0, lab.restarts.get());
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

        lab.evict("lab.provider");
        boolean without = lab.running("lab.user").running();
        lab.modules().start("lab.provider", 1);

        assertFalse(without);
        assertTrue(lab.running("lab.user").running());
        assertEquals(1, Counting.starts("lab.base"));
    }

    @Test
    void whatSomebodyInstalledUnderTheLocationOfAModuleIsNotAdmitted() throws Exception {
        ModuleList.Feature watcher = features.screen("watcher");
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
}
