package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lab.provided.Secret;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * A feature that is on the PC, signed and listed, reaches for what another feature may have and it may not. The provider exports a package for the
 * privilege transfer-files; the intruder belongs to a feature without it.
 */
class InsideAttacksTest {
    private static final String PACKAGE = Secret.class.getPackageName();
    private static final String FILES = "transfer-files";

    @AutoClose
    private GateLab lab;

    /** The intruder's ways in. */
    enum Way {
        PRIVILEGED_PACKAGE_WITHOUT_GRANT(
                intruder(Caller.class).with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + PACKAGE)),
        OPTIONAL_IMPORT(intruder(Caller.class)
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework," + PACKAGE + ";resolution:=optional")),
        DYNAMIC_IMPORT(intruder(Caller.class).with(Constants.DYNAMICIMPORT_PACKAGE, "*")),
        DYNAMIC_IMPORT_THAT_NAMES_THE_PRIVILEGE(
                intruder(Caller.class).with(Constants.DYNAMICIMPORT_PACKAGE, PACKAGE + ";privilege=" + FILES)),
        REQUIRE_BUNDLE_ON_A_PROVIDER(intruder(Caller.class).with(Constants.REQUIRE_BUNDLE, "lab.provider")),
        OPTIONAL_REQUIRE_BUNDLE(
                intruder(Caller.class).with(Constants.REQUIRE_BUNDLE, "lab.provider;resolution:=optional")),
        REQUIRE_BUNDLE_OF_WHO_REEXPORTS(intruder(Caller.class).with(Constants.REQUIRE_BUNDLE, "lab.between")),
        FRAGMENT_ON_A_TRUSTED_HOST(Packed.module("intruder")
                .with(Constants.FRAGMENT_HOST, "lab.provider")
                .with(Intruder.class));

        private final byte[] jar;

        Way(Packed intruder) {
            jar = intruder.jar();
        }

        private static Packed intruder(Class<? extends org.osgi.framework.BundleActivator> activator) {
            return Packed.module("intruder", activator);
        }
    }

    @BeforeEach
    void aFeatureThatProvidesAPackageForAPrivilege(@TempDir Path folder) throws Exception {
        lab = new GateLab(folder);
    }

    @Test
    void privilegedPackageWithoutGrantIsNotWired() throws Exception {
        runInside(Way.PRIVILEGED_PACKAGE_WITHOUT_GRANT);

        assertEquals(Bundle.INSTALLED, lab.bundle("intruder").getState());
        assertRefused(Rule.PRIVILEGED_PACKAGE, "a privilege that nobody here allowed");
    }

    @Test
    void optionalImportOfAPrivilegedPackageStaysUnwired() throws Exception {
        runInside(Way.OPTIONAL_IMPORT);

        assertEquals(Bundle.ACTIVE, lab.bundle("intruder").getState());
        assertRefused(Rule.PRIVILEGED_PACKAGE, "a privilege that nobody here allowed");
    }

    @Test
    void dynamicImportOfAPrivilegedPackageFindsNothing() throws Exception {
        runInside(Way.DYNAMIC_IMPORT);

        assertEquals(Bundle.ACTIVE, lab.bundle("intruder").getState());
        assertRefused(Rule.PRIVILEGED_PACKAGE, "a privilege that nobody here allowed");
    }

    @Test
    void namingThePrivilegeInTheImportDoesNotHelp() throws Exception {
        runInside(Way.DYNAMIC_IMPORT_THAT_NAMES_THE_PRIVILEGE);

        assertRefused(Rule.PRIVILEGED_PACKAGE, "a privilege that nobody here allowed");
    }

    @Test
    void requireBundleOnAProviderIsRefused() throws Exception {
        runInside(Way.REQUIRE_BUNDLE_ON_A_PROVIDER);

        assertEquals(Bundle.INSTALLED, lab.bundle("intruder").getState());
        assertRefused(Rule.REQUIRE_BUNDLE, "Its maker imports packages instead");
    }

    @Test
    void optionalRequireBundleStaysUnwired() throws Exception {
        runInside(Way.OPTIONAL_REQUIRE_BUNDLE);

        assertRefused(Rule.REQUIRE_BUNDLE, "Its maker imports packages instead");
    }

    @Test
    void requireBundleOfWhoReexportsIsRefused() throws Exception {
        runInside(Way.REQUIRE_BUNDLE_OF_WHO_REEXPORTS);

        assertRefused(Rule.REQUIRE_BUNDLE, "Its maker imports packages instead");
    }

    @Test
    void fragmentOfAnotherFeatureDoesNotAttachToATrustedHost() throws Exception {
        runInside(Way.FRAGMENT_ON_A_TRUSTED_HOST);

        assertEquals(Bundle.INSTALLED, lab.bundle("intruder").getState());
        assertThrows(
                ClassNotFoundException.class, () -> lab.bundle("lab.provider").loadClass(Intruder.class.getName()));
        assertRefused(Rule.FRAGMENT, "Its maker puts it into that feature");
    }

    /** The control: with the gate off each of them gets there, so the tests above can fail. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void withoutTheGateEachWayLeadsIn(Way way, @TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            List<Bundle> bundles = plain.run(List.of(provider(), between(), way.jar));

            if (way == Way.FRAGMENT_ON_A_TRUSTED_HOST) {
                bundles.get(0).loadClass(Intruder.class.getName());
                System.setProperty(Intruder.TRACE, "reached");
            }
            assertEquals("reached", System.getProperty(Intruder.TRACE));
        }
    }

    @Test
    void aGrantedHostIsNotGivenAnUngrantedFragment() throws Exception {
        ModuleList.Feature host = lab.feature(
                "lab.granted",
                List.of("view-screen"),
                List.of(),
                Packed.module("lab.host", Counting.class).jar());
        byte[] fragment = Packed.module("intruder")
                .with(Constants.FRAGMENT_HOST, "lab.host")
                .with(Intruder.class)
                .jar();
        lab.stage(host, lab.feature("lab.intruder", List.of(), List.of(), fragment));
        lab.grant(host, 7);
        lab.start();

        lab.modules().start("lab.granted", 7);

        assertTrue(lab.running("lab.granted").running());
        assertFalse(lab.running("lab.intruder").running());
        assertThrows(ClassNotFoundException.class, () -> lab.bundle("lab.host").loadClass(Intruder.class.getName()));
        assertRefused(Rule.FRAGMENT, "Its maker puts it into that feature");
    }

    @Test
    void aGrantForAnotherPrivilegeIsNotEnoughForThePackage() throws Exception {
        ModuleList.Feature other =
                lab.feature("lab.other", List.of("view-screen"), List.of(), Way.PRIVILEGED_PACKAGE_WITHOUT_GRANT.jar);
        lab.stage(providerFeature(), other);
        lab.grant(other, 3);
        lab.start();

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.other", 3));

        assertEquals(Rule.PRIVILEGED_PACKAGE, refused.rule());
        assertTrue(refused.getMessage().contains("a privilege that nobody here allowed"), refused::getMessage);
        assertFalse(lab.isInstalled("intruder"));
        assertRefused(Rule.PRIVILEGED_PACKAGE, "a privilege that nobody here allowed");
    }

    @Test
    void withTheGrantForItThePackageIsWired() throws Exception {
        ModuleList.Feature files = lab.feature(
                "lab.files", List.of(FILES), List.of("NAVIOS_EX"), Way.PRIVILEGED_PACKAGE_WITHOUT_GRANT.jar);
        lab.stage(providerFeature(), files);
        lab.grant(files, 3);
        lab.start();

        lab.modules().start("lab.files", 3);

        assertEquals("reached", System.getProperty(Intruder.TRACE));
        assertEquals(List.of(), lab.refusals);
    }

    @Test
    void withinOneFeatureAModuleMayRequireAnotherThatProvidesNothingPrivileged() throws Exception {
        lab.stage(lab.feature(
                "lab.both",
                List.of(),
                List.of(),
                Packed.module("lab.library")
                        .with(Constants.EXPORT_PACKAGE, "lab.library")
                        .jar(),
                Packed.module("lab.user", Counting.class)
                        .with(Constants.REQUIRE_BUNDLE, "lab.library")
                        .jar()));

        lab.start();

        assertTrue(lab.running("lab.both").running());
    }

    /** Stated in SECURITY.md: the gate decides what is loaded and wired; it does not isolate what runs in one JVM already. */
    @Test
    void reflectionWithinTheJvmIsTheStatedLimit() throws Exception {
        runInside(Way.OPTIONAL_IMPORT);
        Bundle provider = lab.bundle("lab.provider");

        Class<?> reached = provider.loadClass(Secret.class.getName());
        reached.getMethod("reach", String.class).invoke(null, "org.benchconnect.tests.limit");

        assertEquals("reached", System.clearProperty("org.benchconnect.tests.limit"));
    }

    private void runInside(Way way) throws Exception {
        lab.stage(
                providerFeature(),
                lab.feature("lab.between", List.of(), List.of(), between()),
                lab.feature("lab.intruder", List.of(), List.of(), way.jar));
        lab.start();
        assertTrue(lab.running("lab.provider").running());
    }

    private ModuleList.Feature providerFeature() throws Exception {
        return lab.feature("lab.provider", List.of(), List.of(), provider());
    }

    private static byte[] provider() {
        return Packed.module("lab.provider")
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                .with(Constants.EXPORT_PACKAGE, PACKAGE + ";" + "privilege=" + FILES)
                .with(Secret.class)
                .jar();
    }

    private static byte[] between() {
        return Packed.module("lab.between")
                .with(Constants.REQUIRE_BUNDLE, "lab.provider;visibility:=reexport")
                .jar();
    }

    private void assertRefused(Rule rule, String message) {
        List<GateRefusal> told = new ArrayList<>(lab.refusals);
        assertTrue(
                told.stream()
                        .anyMatch(refusal -> refusal.rule() == rule
                                && refusal.module().equals("intruder")
                                && refusal.message().contains(message)),
                told::toString);
        assertNull(System.getProperty(Intruder.TRACE));
    }
}
