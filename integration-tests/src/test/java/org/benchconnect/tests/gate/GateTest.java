package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Nothing outside the generation's list runs (default deny): each attack with a really packaged bundle, on the real agent with every module of the
 * installation, whose framework somebody has got hold of.
 */
class GateTest {
    @RegisterExtension
    static final AttackedAgent AGENT = new AttackedAgent();

    /** The intruders that run as soon as they are started. */
    enum Intrusion {
        START(Intruders.intruder("intruder")),
        FORGED_SYMBOLIC_NAME(Intruders.intruder("org.benchconnect.notify").version("9.9.9")),
        SELF_PROVIDED_CAPABILITY(Intruders.intruder("intruder")
                .with(Constants.PROVIDE_CAPABILITY, "org.benchconnect.grant;allowed=true")
                .with(Constants.REQUIRE_CAPABILITY, "org.benchconnect.grant;filter:=\"(allowed=true)\"")),
        NO_REQUIREMENT(Packed.module("intruder")
                .with(Constants.BUNDLE_ACTIVATOR, Intruder.class.getName())
                .with(Constants.DYNAMICIMPORT_PACKAGE, "org.osgi.framework")
                .with(Intruder.class)),
        DYNAMIC_IMPORT(Intruders.intruder("intruder").with(Constants.DYNAMICIMPORT_PACKAGE, "*")),
        EMBEDDED_JAR(Packed.module("intruder")
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                .with(Constants.BUNDLE_ACTIVATOR, Intruder.class.getName())
                .with(Constants.BUNDLE_CLASSPATH, ".,inside.jar")
                .with("inside.jar", Packed.plain().with(Intruder.class).jar())),
        MISSING_HEADER(Packed.plain()
                .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                .with(Constants.BUNDLE_ACTIVATOR, Intruder.class.getName())
                .with(Intruder.class));

        private final byte[] jar;

        Intrusion(Packed packed) {
            jar = packed.jar();
        }
    }

    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void startIsRefusedWithAReasonForTheCaller(Intrusion intrusion) throws Exception {
        Bundle intruder = AGENT.install(intrusion.jar);

        BundleException refused = assertThrows(BundleException.class, intruder::start);

        assertTrue(
                AttackedAgent.messages(refused).contains("BenchConnect does not run "),
                () -> AttackedAgent.messages(refused));
        assertTrue(
                AttackedAgent.messages(refused).contains("a person at this PC is then asked"),
                () -> AttackedAgent.messages(refused));
        assertEquals(Bundle.INSTALLED, intruder.getState());
        AGENT.assertTold(String.valueOf(intruder.getSymbolicName()));
    }

    /** The control: without the gate the same bundles run, so the tests here can fail. */
    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void withoutTheGateTheSameBundleRuns(Intrusion intrusion, @TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            plain.run(List.of(intrusion.jar));

            assertEquals("started", System.clearProperty(Intruder.TRACE));
        }
    }

    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void bulkResolveLeavesItInstalledAndDisturbsNoOther(Intrusion intrusion) throws Exception {
        Bundle intruder = AGENT.install(intrusion.jar);
        long running = AGENT.running();

        AGENT.wiring().resolveBundles(null);

        assertEquals(Bundle.INSTALLED, intruder.getState());
        assertEquals(running, AGENT.running());
        AGENT.assertTold(String.valueOf(intruder.getSymbolicName()));
    }

    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void loadClassIsRefused(Intrusion intrusion) throws Exception {
        Bundle intruder = AGENT.install(intrusion.jar);

        assertThrows(ClassNotFoundException.class, () -> intruder.loadClass(Intruder.class.getName()));

        AGENT.assertTold(String.valueOf(intruder.getSymbolicName()));
    }

    @Test
    void withoutTheGateItsClassIsLoaded(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            Bundle intruder = plain.framework
                    .getBundleContext()
                    .installBundle("control:load", new ByteArrayInputStream(Intrusion.START.jar));

            assertEquals(
                    Intruder.class.getName(),
                    intruder.loadClass(Intruder.class.getName()).getName());
        }
    }
}
