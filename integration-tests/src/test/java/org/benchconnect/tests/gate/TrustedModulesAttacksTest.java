package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What is not on the list puts itself into modules that are, or in their place. */
class TrustedModulesAttacksTest {
    @RegisterExtension
    static final AttackedAgent AGENT = new AttackedAgent();

    @Test
    void aFragmentOnATrustedHostDoesNotAttach() throws Exception {
        Bundle fragment = AGENT.install(Intruders.fragment("org.benchconnect.notify"));
        Bundle host = AGENT.bundle("org.benchconnect.notify");

        FrameworkWiring wiring = AGENT.wiring();
        wiring.resolveBundles(List.of(fragment, host));

        assertEquals(Bundle.INSTALLED, fragment.getState());
        assertThrows(ClassNotFoundException.class, () -> host.loadClass(Intruder.class.getName()));
        AGENT.assertTold("intruder.fragment");
    }

    @Test
    void withoutTheGateTheFragmentAttaches(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            byte[] host = Packed.module("host")
                    .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                    .jar();

            Bundle attached =
                    plain.run(List.of(host, Intruders.fragment("host"))).get(0);

            assertEquals(
                    Intruder.class.getName(),
                    attached.loadClass(Intruder.class.getName()).getName());
        }
    }

    @Test
    void aHigherVersionExporterIsNotWired() throws Exception {
        Bundle exporter = AGENT.install(Intruders.exporter("1.9.9"));
        Bundle notify = AGENT.bundle("org.benchconnect.notify");

        Class<?> seen = notify.loadClass("org.benchconnect.core.signal.Signal");
        AGENT.wiring().resolveBundles(List.of(exporter));

        assertEquals("org.benchconnect.core", FrameworkUtil.getBundle(seen).getSymbolicName());
        assertEquals(Bundle.INSTALLED, exporter.getState());
        AGENT.assertTold("intruder.exporter");
    }

    @Test
    void withoutTheGateTheHigherVersionIsTaken(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            byte[] user = Packed.module("user")
                    .with(Constants.IMPORT_PACKAGE, "org.benchconnect.core.signal;version=\"[1,2)\"")
                    .jar();

            List<Bundle> bundles = plain.run(List.of(Intruders.exporter("1.0.0"), Intruders.exporter("1.9.9"), user));

            assertEquals(
                    bundles.get(1).getVersion(),
                    bundles.get(2)
                            .adapt(org.osgi.framework.wiring.BundleWiring.class)
                            .getRequiredWires(null)
                            .get(0)
                            .getProvider()
                            .getVersion());
        }
    }

    @Test
    void updateOfATrustedModuleWithOtherBytesIsRefused() throws Exception {
        Bundle trusted = AGENT.bundle("org.benchconnect.adapter.navios");
        byte[] forged = Intruders.intruder("org.benchconnect.adapter.navios")
                .version("0.1.0")
                .jar();

        assertThrows(BundleException.class, () -> trusted.update(new ByteArrayInputStream(forged)));

        assertNull(trusted.adapt(BundleRevision.class).getWiring());
        assertThrows(ClassNotFoundException.class, () -> trusted.loadClass(Intruder.class.getName()));
        AGENT.assertTold("org.benchconnect.adapter.navios");
    }

    @Test
    void withoutTheGateTheUpdateRuns(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            Bundle trusted = plain.run(
                            List.of(Packed.module("trusted", Counting.class).jar()))
                    .get(0);

            trusted.update(
                    new ByteArrayInputStream(Intruders.intruder("trusted").jar()));

            assertEquals("started", System.clearProperty(Intruder.TRACE));
        }
    }
}
