package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** The real agent with every module of the installation; after each test what it was attacked with is gone and must have left no trace. */
final class AttackedAgent implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Runnable NOBODY_ENDS_THIS_PROCESS = () -> {};

    private final List<GateRefusal> refusals = new CopyOnWriteArrayList<>();
    private Path folder;
    private Agent agent;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        System.setProperty("felix.extensions.disable", "true"); // as in jvm.options
        folder = Files.createTempDirectory("attacked");
        Path built = Path.of(System.getProperty("benchconnect.installation")).toAbsolutePath();
        Installation installation = new Installation(folder.resolve("installation"));
        LinkedCopy.of(built, installation.folder());
        Files.writeString(installation.devicePin(), new Device().key().toText());
        PreparedIdentity.into(folder.resolve("home"));
        agent = Agent.prepare(installation, folder.resolve("home"), NOBODY_ENDS_THIS_PROCESS, PATIENCE);
        agent.start();
        BundleContext framework = agent.context();
        framework.getService(framework.getServiceReference(Modules.class)).listen(refusals::add);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        refusals.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) throws BundleException {
        for (Bundle bundle : agent.context().getBundles()) {
            if (bundle.getLocation().startsWith("attack:")) {
                bundle.uninstall();
            }
        }
        assertNull(System.clearProperty(Intruder.TRACE));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        agent.close();
        Await.until("nobody writes keys any more", PATIENCE, () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("device-keys")));
        System.clearProperty("felix.extensions.disable");
        LinkedCopy.delete(folder);
    }

    FrameworkWiring wiring() {
        return agent.context().getBundle(0).adapt(FrameworkWiring.class);
    }

    Bundle install(byte[] jar) throws BundleException {
        return agent.context().installBundle("attack:bundle", new ByteArrayInputStream(jar));
    }

    Bundle bundle(String name) {
        for (Bundle bundle : agent.context().getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && !bundle.getLocation().startsWith("attack:")) {
                return bundle;
            }
        }
        throw new AssertionError(name + " is not installed");
    }

    long running() {
        return Arrays.stream(agent.context().getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .count();
    }

    /** The gate has told that this module is not in the generation. */
    void assertTold(String module) {
        assertTrue(
                refusals.stream()
                        .anyMatch(refusal -> refusal.rule() == Rule.NOT_IN_GENERATION
                                && refusal.module().equals(module)),
                refusals::toString);
    }

    /** Its message and those of its causes, a line each. */
    static String messages(Throwable refused) {
        StringBuilder all = new StringBuilder();
        for (Throwable each = refused; each != null; each = each.getCause()) {
            all.append(each.getMessage()).append('\n');
        }
        return all.toString();
    }
}
