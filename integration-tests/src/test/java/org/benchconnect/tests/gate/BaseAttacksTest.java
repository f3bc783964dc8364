package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lab.provided.Secret;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** A feature that a person allowed reaches for what the modules of the installation keep to themselves, or puts itself in their place. */
class BaseAttacksTest {
    private static final String PACKAGE = Secret.class.getPackageName();
    private static final List<String> SCREEN = List.of("view-screen");

    @AutoClose
    private GateLab lab;

    @BeforeEach
    void anAgent(@TempDir Path folder) throws Exception {
        lab = new GateLab(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.benchconnect.launcher.list",
                "org.benchconnect.launcher.module",
                "org.benchconnect.launcher.storage",
                "org.osgi.framework.hooks.bundle",
                "org.osgi.framework.hooks.resolver",
                "org.osgi.framework.hooks.service",
                "org.osgi.framework.hooks.weaving"
            })
    void whatChangesRightsOrClassesIsForTheBaseReleaseAlone(String name) throws Exception {
        lab.stage(lab.feature("lab.intruder", List.of(), List.of(), intruder(name)));

        lab.start();

        assertEquals(Bundle.INSTALLED, lab.bundle("intruder").getState());
        assertTrue(lab.wasTold(Rule.PRIVILEGED_PACKAGE));
    }

    @Test
    void aGrantDoesNotGiveWhatIsForTheBaseRelease() throws Exception {
        ModuleList.Feature provider = provider("base");
        ModuleList.Feature intruder = lab.feature("lab.intruder", SCREEN, List.of(), intruder(PACKAGE));
        lab.stage(provider, intruder);
        lab.grant(intruder, 1);
        lab.start();

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.intruder", 1));

        assertEquals(Rule.PRIVILEGED_PACKAGE, refused.rule());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ModuleList.Feature("lab.intruder", "1.0.0", List.of("base"), List.of(), List.of()));
    }

    /** Where this device signed it, it is the base release: see {@link BaseUpgradeTest}. */
    @Test
    void whatTakesTheNameOfTheBaseReleaseAndIsSignedBySomebodyElseDoesNotRun() throws Exception {
        ModuleList.Feature impostor =
                lab.feature(GateLab.BASE, List.of(), List.of(), intruder("org.benchconnect.launcher.module"));
        lab.stage(new ModuleList(List.of(impostor)), new Device());

        lab.start();

        assertFalse(lab.isInstalled("intruder"));
        assertTrue(lab.running(GateLab.BASE).running());
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.benchconnect.base2", "org.benchconnect", "base"})
    void anotherNameIsNotThatOfTheBaseRelease(String name) throws Exception {
        lab.stage(lab.feature(name, List.of(), List.of(), intruder("org.benchconnect.launcher.module")));

        lab.start();

        assertEquals(Bundle.INSTALLED, lab.bundle("intruder").getState());
        assertTrue(lab.wasTold(Rule.PRIVILEGED_PACKAGE));
    }

    @Test
    void aPackageOfOursComesFromNobodyElseAlsoWhileOursDoesNotRun() throws Exception {
        String ours = "org.benchconnect.teamviewerbridge.files";
        ModuleList.Feature user = lab.feature(
                "lab.user",
                List.of(),
                List.of(),
                Packed.module("user", Counting.class)
                        .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + ours)
                        .jar());
        lab.stage(shadow(ours, "1.0"), user);

        lab.start();

        assertEquals(Bundle.INSTALLED, lab.bundle("user").getState());
        assertTrue(lab.wasTold(Rule.SHADOWED_PACKAGE));
    }

    @Test
    void higherVersionWithoutThePrivilegeIsNotWiredInsteadOfThePrivilegedProvider() throws Exception {
        ModuleList.Feature user = user("[1,2)");
        lab.stage(provider("view-screen"), shadow(PACKAGE, "1.5"), user);
        lab.grant(user, 1);
        lab.start();

        lab.modules().start("lab.user", 1);

        assertEquals("lab.provider", wiredTo("user").get(PACKAGE));
        assertTrue(lab.wasTold(Rule.SHADOWED_PACKAGE));
        assertTrue(
                lab.refusals.stream().anyMatch(refusal -> refusal.module().equals("shadow")), lab.refusals::toString);
    }

    @Test
    void higherVersionThatOnlyTheShadowHasIsNotWired() throws Exception {
        ModuleList.Feature user = user("[1.5,2)");
        lab.stage(provider("view-screen"), shadow(PACKAGE, "1.5"), user);
        lab.grant(user, 1);
        lab.start();

        assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.user", 1));

        assertFalse(lab.isInstalled("user"));
    }

    @Test
    void aFeatureDoesNotShadowAPackageOfTheFramework() throws Exception {
        ModuleList.Feature plain = lab.feature(
                "lab.user",
                List.of(),
                List.of(),
                Packed.module("user", Counting.class).jar());
        lab.stage(shadow("org.osgi.framework", "1.99"), plain);

        lab.start();

        assertTrue(lab.running("lab.user").running());
        assertEquals("org.apache.felix.framework", wiredTo("user").get("org.osgi.framework"));
        assertEquals("org.apache.felix.framework", wiredTo("lab.base").get("org.osgi.framework"));
        assertTrue(lab.wasTold(Rule.SHADOWED_PACKAGE));
    }

    @Test
    void aFeatureUsesItsOwnVersionOfAPackageItself() throws Exception {
        byte[] library = Packed.module("library")
                .with(Constants.EXPORT_PACKAGE, PACKAGE + ";version=\"2.0\"")
                .with(Secret.class)
                .jar();
        byte[] caller = Packed.module("user", Caller.class)
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + PACKAGE + ";version=\"[2,3)\"")
                .jar();
        lab.stage(provider("view-screen"), lab.feature("lab.user", List.of(), List.of(), library, caller));

        lab.start();

        assertEquals("library", wiredTo("user").get(PACKAGE));
    }

    private Map<String, String> wiredTo(String module) {
        Map<String, String> providers = new TreeMap<>();
        lab.bundle(module)
                .adapt(BundleWiring.class)
                .getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)
                .forEach(wire -> providers.put(
                        (String) wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE),
                        wire.getProvider().getSymbolicName()));
        return providers;
    }

    private static byte[] intruder(String name) {
        return Packed.module("intruder", Intruder.class)
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + name)
                .jar();
    }

    private ModuleList.Feature provider(String privilege) throws Exception {
        return lab.feature(
                "lab.provider",
                List.of(),
                List.of(),
                Packed.module("lab.provider")
                        .with(Constants.EXPORT_PACKAGE, PACKAGE + ";version=\"1.0\";privilege=" + privilege)
                        .with(Secret.class)
                        .jar());
    }

    private ModuleList.Feature shadow(String name, String version) throws Exception {
        return lab.feature(
                "lab.shadow",
                List.of(),
                List.of(),
                Packed.module("shadow")
                        .with(Constants.EXPORT_PACKAGE, name + ";version=\"" + version + "\"")
                        .with(Secret.class)
                        .jar());
    }

    private ModuleList.Feature user(String range) throws Exception {
        return lab.feature(
                "lab.user",
                SCREEN,
                List.of(),
                Packed.module("user", Caller.class)
                        .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + PACKAGE + ";version=\"" + range + "\"")
                        .jar());
    }
}
