package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lab.provided.Secret;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** A module on which others depend changes: they run again, wired to the new one, or everything is as it was. */
class DependentsTest {
    private static final String PACKAGE = Secret.class.getPackageName();

    @AutoClose
    private GateLab lab;

    private ModuleList.Feature user;
    private ModuleList.Feature watcher;

    @BeforeEach
    void aPlainAndAGrantedFeatureUseAProvider(@TempDir Path folder) throws Exception {
        Counting.forget();
        System.clearProperty(OnlyOnce.STARTED);
        lab = new GateLab(folder);
        user = feature("user", List.of(), Counting.class);
        watcher = feature("watcher", List.of("view-screen"), Counting.class);
        lab.stage(provider("1.0.0", PACKAGE), user, watcher);
        lab.grant(watcher, 1);
    }

    private void start() throws Exception {
        lab.start();
        lab.modules().start("lab.watcher", 1);
    }

    @Test
    void theyRunWiredToTheNewOne() throws Exception {
        start();
        lab.stageOnTrial(provider("1.1.0", PACKAGE), user, watcher);

        lab.modules().switchToCurrent();

        assertRunWiredTo("1.1.0");
        assertEquals(1, Counting.starts("lab.base"));
        lab.evict("lab.watcher");
        assertFalse(lab.isInstalled("watcher"));
    }

    @Test
    void andToTheOldOneAfterGoingBack() throws Exception {
        start();
        lab.stageOnTrial(provider("1.1.0", PACKAGE), user, watcher);
        lab.modules().switchToCurrent();

        lab.modules().goBack();

        assertRunWiredTo("1.0.0");
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void whereTheNewOneLacksWhatTheyNeedNothingStops() throws Exception {
        start();
        lab.stageOnTrial(provider("1.1.0", "lab.other"), user, watcher);

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertTrue(refused.getMessage().contains(PACKAGE), refused::getMessage);
        assertRunWiredTo("1.0.0");
        assertEquals(1, Counting.starts("user"));
        assertEquals(1, Counting.starts("watcher"));
    }

    @Test
    void whereOneOfThemDoesNotStartAnewTheOldRunAgain() throws Exception {
        ModuleList.Feature once = feature("once", List.of(), OnlyOnce.class);
        lab.stage(provider("1.0.0", PACKAGE), user, watcher, once);
        start();
        lab.stageOnTrial(provider("1.1.0", PACKAGE), user, watcher, once);

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertTrue(refused.getMessage().contains("once 0.0.0 does not start"), refused::getMessage);
        assertRunWiredTo("1.0.0");
        assertFalse(lab.isOnTrial());
        assertEquals(0, lab.restarts.get());
    }

    private void assertRunWiredTo(String version) {
        for (String module : List.of("user", "watcher")) {
            assertTrue(lab.running("lab." + module).running(), module);
            List<BundleWire> wires =
                    lab.bundle(module).adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE);
            assertTrue(
                    wires.stream().anyMatch(wire -> wire.getProvider()
                            .equals(lab.bundle("provider").adapt(org.osgi.framework.wiring.BundleRevision.class))),
                    wires::toString);
        }
        assertEquals(version, lab.bundle("provider").getVersion().toString());
    }

    private ModuleList.Feature provider(String version, String exported) throws Exception {
        return lab.feature(
                "lab.provider",
                version,
                List.of(),
                List.of(),
                Packed.module("provider")
                        .version(version)
                        .with(Constants.EXPORT_PACKAGE, exported + ";version=\"1.0\"")
                        .with(Secret.class)
                        .jar());
    }

    private ModuleList.Feature feature(
            String module, List<String> privileges, Class<? extends BundleActivator> activator) throws Exception {
        return lab.feature(
                "lab." + module,
                privileges,
                List.of(),
                Packed.module(module, activator)
                        .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + PACKAGE)
                        .jar());
    }

    /** Starts the first time and the third, as what fails beside a new neighbour. */
    public static final class OnlyOnce implements BundleActivator {
        static final String STARTED = "org.benchconnect.tests.started-once";

        @Override
        public void start(BundleContext context) {
            int starts = Integer.getInteger(STARTED, 0) + 1;
            System.setProperty(STARTED, String.valueOf(starts));
            if (starts == 2) {
                throw new IllegalStateException("not beside this one");
            }
        }

        @Override
        public void stop(BundleContext context) {
            // nothing was begun
        }
    }
}
