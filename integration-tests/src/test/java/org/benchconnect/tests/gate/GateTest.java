package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Nothing outside the generation's list runs (default deny), each attack with a really packaged bundle. */
class GateTest {
    private static final Map<String, String> PLAIN = Map.of(Constants.BUNDLE_SYMBOLICNAME, "intruder");

    @TempDir
    static Path home;

    private static Agent agent;

    @BeforeAll
    static void startTheRealAgent() throws Exception {
        System.setProperty("felix.extensions.disable", "true"); // as in jvm.options
        agent = Agent.prepare(
                new Installation(
                        Path.of(System.getProperty("benchconnect.installation")).toAbsolutePath()),
                home);
        agent.start();
    }

    @AfterAll
    static void stop() {
        agent.close();
        System.clearProperty("felix.extensions.disable");
    }

    @AfterEach
    void nothingOfTheIntruderRan() throws BundleException {
        for (Bundle bundle : agent.context().getBundles()) {
            if (bundle.getLocation().startsWith("attack:")) {
                bundle.uninstall();
            }
        }
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Test
    void startIsRefusedWithAReasonForTheCaller() throws Exception {
        Bundle intruder = install("start", PLAIN);

        BundleException refused = assertThrows(BundleException.class, intruder::start);

        assertTrue(messages(refused).contains("BenchConnect does not run intruder"), () -> messages(refused));
        assertTrue(messages(refused).contains("a person at this PC is then asked"), () -> messages(refused));
        assertEquals(Bundle.INSTALLED, intruder.getState());
    }

    @Test
    void bulkResolveLeavesItInstalledAndDisturbsNoOther() throws Exception {
        Bundle intruder = install("bulk", PLAIN);
        long running = running();

        agent.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);

        assertEquals(Bundle.INSTALLED, intruder.getState());
        assertEquals(running, running());
    }

    @Test
    void loadClassIsRefused() throws Exception {
        Bundle intruder = install("load", PLAIN);

        assertThrows(ClassNotFoundException.class, () -> intruder.loadClass(Intruder.class.getName()));
    }

    @Test
    void forgedSymbolicNameIsRefused() throws Exception {
        Bundle intruder = install(
                "forged",
                Map.of(Constants.BUNDLE_SYMBOLICNAME, "org.benchconnect.notify", Constants.BUNDLE_VERSION, "9.9.9"));

        assertThrows(BundleException.class, intruder::start);
    }

    @Test
    void aBundleWithoutAnyHeaderOfOsgiIsRefused() throws Exception {
        Bundle intruder = install("plain-jar", Map.of());

        assertThrows(BundleException.class, intruder::start);
    }

    @Test
    void aSelfProvidedCapabilityDoesNotHelp() throws Exception {
        Bundle intruder = install(
                "capability",
                Map.of(
                        Constants.BUNDLE_SYMBOLICNAME, "intruder",
                        Constants.PROVIDE_CAPABILITY, "org.benchconnect.grant;allowed=true",
                        Constants.REQUIRE_CAPABILITY, "org.benchconnect.grant;filter:=\"(allowed=true)\""));

        assertThrows(BundleException.class, intruder::start);
    }

    @Test
    void aFragmentOnATrustedHostDoesNotAttach() throws Exception {
        Bundle fragment = install(
                "fragment",
                Map.of(
                        Constants.BUNDLE_SYMBOLICNAME, "intruder.fragment",
                        Constants.FRAGMENT_HOST, "org.benchconnect.notify"));
        Bundle host = bundle("org.benchconnect.notify");

        FrameworkWiring wiring = agent.context().getBundle(0).adapt(FrameworkWiring.class);
        wiring.resolveBundles(List.of(fragment, host));

        assertEquals(Bundle.INSTALLED, fragment.getState());
        assertThrows(ClassNotFoundException.class, () -> host.loadClass(Intruder.class.getName()));
    }

    @Test
    void aHigherVersionExporterIsNotWired() throws Exception {
        Bundle exporter = install(
                "exporter",
                Map.of(
                        Constants.BUNDLE_SYMBOLICNAME, "intruder.exporter",
                        Constants.EXPORT_PACKAGE, "org.benchconnect.core.signal;version=1.9.9"));
        Bundle notify = bundle("org.benchconnect.notify");

        Class<?> seen = notify.loadClass("org.benchconnect.core.signal.Signal");

        assertEquals(
                "org.benchconnect.core",
                org.osgi.framework.FrameworkUtil.getBundle(seen).getSymbolicName());
        assertEquals(Bundle.INSTALLED, exporter.getState());
    }

    @Test
    void updateOfATrustedModuleWithOtherBytesIsRefused() throws Exception {
        Bundle trusted = bundle("org.benchconnect.adapter.navios");
        Map<String, String> forged = Map.of(
                Constants.BUNDLE_SYMBOLICNAME, "org.benchconnect.adapter.navios", Constants.BUNDLE_VERSION, "0.1.0");

        assertThrows(BundleException.class, () -> trusted.update(new ByteArrayInputStream(jar(forged))));

        BundleRevision revision = trusted.adapt(BundleRevision.class);
        assertNull(revision.getWiring());
        assertThrows(ClassNotFoundException.class, () -> trusted.loadClass(Intruder.class.getName()));
    }

    @Test
    void aFrameworkExtensionIsNotEvenInstalled() {
        Map<String, String> extension = Map.of(
                Constants.BUNDLE_SYMBOLICNAME,
                "intruder.extension",
                Constants.FRAGMENT_HOST,
                "system.bundle; extension:=framework",
                "ExtensionBundle-Activator",
                Intruder.class.getName());

        assertThrows(BundleException.class, () -> install("extension", extension));
    }

    /** The control: without the gate the same bundle runs, so the tests above can fail. */
    @Test
    void withoutTheGateTheSameBundleRuns(@TempDir Path cache) throws Exception {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        Framework open = new FrameworkFactory().newFramework(configuration);
        open.start();
        try {
            Bundle intruder =
                    open.getBundleContext().installBundle("attack:control", new ByteArrayInputStream(jar(PLAIN)));
            intruder.start();
            assertEquals("started", System.getProperty(Intruder.TRACE));
            intruder.stop();
        } finally {
            open.stop();
            open.waitForStop(10_000);
        }
    }

    private static Bundle install(String name, Map<String, String> headers) throws IOException, BundleException {
        BundleContext context = agent.context();
        return context.installBundle("attack:" + name, new ByteArrayInputStream(jar(headers)));
    }

    private static byte[] jar(Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!headers.isEmpty()) {
            main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
            if (!headers.containsKey(Constants.FRAGMENT_HOST)) {
                main.putValue(Constants.BUNDLE_ACTIVATOR, Intruder.class.getName());
                main.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
            }
            headers.forEach(main::putValue);
        }
        String file = Intruder.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream type = Intruder.class.getClassLoader().getResourceAsStream(file)) {
            jar.putNextEntry(new JarEntry(file));
            jar.write(type.readAllBytes());
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static Bundle bundle(String name) {
        for (Bundle bundle : agent.context().getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && !bundle.getLocation().startsWith("attack:")) {
                return bundle;
            }
        }
        throw new AssertionError(name + " is not installed");
    }

    private static long running() {
        return java.util.Arrays.stream(agent.context().getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .count();
    }

    private static String messages(Throwable refused) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = refused; each != null; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
        }
        return all.toString();
    }
}
