package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.Modules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Nothing outside the generation's list runs (default deny): each attack with a really packaged bundle, on the real agent with every module of the
 * installation, whose framework somebody has got hold of.
 */
class GateTest {
    @TempDir
    static Path folder;

    private static Agent agent;
    private static final List<GateRefusal> REFUSALS = new CopyOnWriteArrayList<>();

    /** The intruders that run as soon as they are started. */
    enum Intrusion {
        START(intruder("intruder")),
        FORGED_SYMBOLIC_NAME(intruder("org.benchconnect.notify").version("9.9.9")),
        SELF_PROVIDED_CAPABILITY(intruder("intruder")
                .with(Constants.PROVIDE_CAPABILITY, "org.benchconnect.grant;allowed=true")
                .with(Constants.REQUIRE_CAPABILITY, "org.benchconnect.grant;filter:=\"(allowed=true)\"")),
        NO_REQUIREMENT(Packed.module("intruder")
                .with(Constants.BUNDLE_ACTIVATOR, Intruder.class.getName())
                .with(Constants.DYNAMICIMPORT_PACKAGE, "org.osgi.framework")
                .with(Intruder.class)),
        DYNAMIC_IMPORT(intruder("intruder").with(Constants.DYNAMICIMPORT_PACKAGE, "*")),
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

    @BeforeAll
    static void startTheRealAgent() throws Exception {
        System.setProperty("felix.extensions.disable", "true"); // as in jvm.options
        Path built = Path.of(System.getProperty("benchconnect.installation")).toAbsolutePath();
        Path installation = folder.resolve("installation");
        link(built, installation);
        Files.writeString(
                new Installation(installation).devicePin(), new Device().key().toText());
        agent = Agent.prepare(new Installation(installation), folder.resolve("home"));
        agent.start();
        BundleContext context = agent.context();
        context.getService(context.getServiceReference(Modules.class)).listen(REFUSALS::add);
    }

    @AfterAll
    static void stop() {
        agent.close();
        System.clearProperty("felix.extensions.disable");
    }

    @BeforeEach
    void nothingWasRefusedYet() {
        REFUSALS.clear();
    }

    @AfterEach
    void nothingOfTheIntruderRan() throws BundleException {
        for (Bundle bundle : agent.context().getBundles()) {
            if (bundle.getLocation().startsWith("attack:")) {
                bundle.uninstall();
            }
        }
        assertNull(System.clearProperty(Intruder.TRACE));
    }

    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void startIsRefusedWithAReasonForTheCaller(Intrusion intrusion) throws Exception {
        Bundle intruder = install(intrusion.jar);

        BundleException refused = assertThrows(BundleException.class, intruder::start);

        assertTrue(messages(refused).contains("BenchConnect does not run "), () -> messages(refused));
        assertTrue(messages(refused).contains("a person at this PC is then asked"), () -> messages(refused));
        assertEquals(Bundle.INSTALLED, intruder.getState());
        assertTold(String.valueOf(intruder.getSymbolicName()));
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
        Bundle intruder = install(intrusion.jar);
        long running = running();

        agent.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(null);

        assertEquals(Bundle.INSTALLED, intruder.getState());
        assertEquals(running, running());
        assertTold(String.valueOf(intruder.getSymbolicName()));
    }

    @ParameterizedTest
    @EnumSource(Intrusion.class)
    void loadClassIsRefused(Intrusion intrusion) throws Exception {
        Bundle intruder = install(intrusion.jar);

        assertThrows(ClassNotFoundException.class, () -> intruder.loadClass(Intruder.class.getName()));

        assertTold(String.valueOf(intruder.getSymbolicName()));
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

    @Test
    void aFragmentOnATrustedHostDoesNotAttach() throws Exception {
        Bundle fragment = install(fragment("org.benchconnect.notify"));
        Bundle host = bundle("org.benchconnect.notify");

        FrameworkWiring wiring = agent.context().getBundle(0).adapt(FrameworkWiring.class);
        wiring.resolveBundles(List.of(fragment, host));

        assertEquals(Bundle.INSTALLED, fragment.getState());
        assertThrows(ClassNotFoundException.class, () -> host.loadClass(Intruder.class.getName()));
        assertTold("intruder.fragment");
    }

    @Test
    void withoutTheGateTheFragmentAttaches(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            byte[] host = Packed.module("host")
                    .with(Constants.IMPORT_PACKAGE, "org.osgi.framework")
                    .jar();

            Bundle attached = plain.run(List.of(host, fragment("host"))).get(0);

            assertEquals(
                    Intruder.class.getName(),
                    attached.loadClass(Intruder.class.getName()).getName());
        }
    }

    @Test
    void aHigherVersionExporterIsNotWired() throws Exception {
        Bundle exporter = install(exporter("1.9.9"));
        Bundle notify = bundle("org.benchconnect.notify");

        Class<?> seen = notify.loadClass("org.benchconnect.core.signal.Signal");
        agent.context().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(exporter));

        assertEquals("org.benchconnect.core", FrameworkUtil.getBundle(seen).getSymbolicName());
        assertEquals(Bundle.INSTALLED, exporter.getState());
        assertTold("intruder.exporter");
    }

    @Test
    void withoutTheGateTheHigherVersionIsTaken(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            byte[] user = Packed.module("user")
                    .with(Constants.IMPORT_PACKAGE, "org.benchconnect.core.signal;version=\"[1,2)\"")
                    .jar();

            List<Bundle> bundles = plain.run(List.of(exporter("1.0.0"), exporter("1.9.9"), user));

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
        Bundle trusted = bundle("org.benchconnect.adapter.navios");
        byte[] forged =
                intruder("org.benchconnect.adapter.navios").version("0.1.0").jar();

        assertThrows(BundleException.class, () -> trusted.update(new ByteArrayInputStream(forged)));

        assertNull(trusted.adapt(BundleRevision.class).getWiring());
        assertThrows(ClassNotFoundException.class, () -> trusted.loadClass(Intruder.class.getName()));
        assertTold("org.benchconnect.adapter.navios");
    }

    @Test
    void withoutTheGateTheUpdateRuns(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            Bundle trusted = plain.run(
                            List.of(Packed.module("trusted", Counting.class).jar()))
                    .get(0);

            trusted.update(new ByteArrayInputStream(intruder("trusted").jar()));

            assertEquals("started", System.clearProperty(Intruder.TRACE));
        }
    }

    /** No hook sees one: the framework itself refuses it, as jvm.options says, before there is anything that the gate could be told. */
    @Test
    void aFrameworkExtensionIsNotEvenInstalled() {
        BundleException refused = assertThrows(BundleException.class, () -> install(extension()));

        assertTrue(messages(refused).toLowerCase(java.util.Locale.ROOT).contains("extension"), () -> messages(refused));
    }

    /** In a process of its own, because Felix reads the option once. */
    @Test
    void withoutTheOptionOfTheJvmTheExtensionIsInstalled(@TempDir Path cache) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateTest.class.getName(),
                        cache.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
    }

    /** The control in a process of its own: ends with 0 if the extension is there. */
    public static void main(String[] arguments) throws Exception {
        try (PlainFramework plain = new PlainFramework(Path.of(arguments[0]))) {
            Bundle extension = plain.run(List.of(extension())).get(0);
            if (extension.getState() != Bundle.RESOLVED) {
                throw new IllegalStateException("state " + extension.getState());
            }
        }
    }

    private static Packed intruder(String symbolicName) {
        return Packed.module(symbolicName, Intruder.class);
    }

    private static byte[] fragment(String host) {
        return Packed.module("intruder.fragment")
                .with(Constants.FRAGMENT_HOST, host)
                .with(Intruder.class)
                .jar();
    }

    private static byte[] exporter(String version) {
        return Packed.module("intruder.exporter")
                .version(version)
                .with(Constants.EXPORT_PACKAGE, "org.benchconnect.core.signal;version=" + version)
                .jar();
    }

    private static byte[] extension() {
        return Packed.module("intruder.extension")
                .with(Constants.FRAGMENT_HOST, "system.bundle; extension:=framework")
                .jar();
    }

    private static Bundle install(byte[] jar) throws BundleException {
        return agent.context().installBundle("attack:bundle", new ByteArrayInputStream(jar));
    }

    private static void assertTold(String module) {
        assertTrue(
                REFUSALS.stream()
                        .anyMatch(refusal -> refusal.rule() == Rule.NOT_IN_GENERATION
                                && refusal.module().equals(module)),
                REFUSALS::toString);
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
        return Arrays.stream(agent.context().getBundles())
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

    /** The installation again, by hard links where the file system can: the pin is put into the copy. */
    private static void link(Path from, Path to) throws Exception {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
                    throws java.io.IOException {
                Files.createDirectories(to.resolve(from.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws java.io.IOException {
                Path target = to.resolve(from.relativize(file));
                try {
                    Files.createLink(target, file);
                } catch (UnsupportedOperationException | java.nio.file.FileSystemException otherFileSystem) {
                    Files.copy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
