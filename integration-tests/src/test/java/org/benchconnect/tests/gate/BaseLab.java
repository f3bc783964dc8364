package org.benchconnect.tests.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabServices;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** The installation that the build made, with the key of a test device pinned, which signs generations with changed modules of the base release. */
final class BaseLab implements AutoCloseable {
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";
    private static final int SATISFIED = 4; // ComponentConfigurationDTO.SATISFIED, and ACTIVE is 8

    final Device device = new Device();
    final Path home;
    final AtomicInteger restarts = new AtomicInteger();
    private final Installation installation;
    private final Path releaseFolder;
    private Agent agent;
    private int number = 1;

    BaseLab(Path folder) throws Exception {
        installation = new Installation(folder.resolve("installation").toAbsolutePath());
        releaseFolder = installation.folder().resolve("release");
        home = folder.resolve("home");
        LinkedCopy.of(AgentProcess.INSTALLATION, installation.folder());
        Files.writeString(installation.devicePin(), device.key().toText());
        Path instrument = Files.createDirectories(folder.resolve("instrument"));
        PreparedIdentity.into(home);
        AgentProcess.configure(
                home,
                Map.of(
                        "keys", Map.of("protector", "file"),
                        "adapter.navios", Map.of("folder", instrument.toString())));
        System.setProperty("felix.extensions.disable", "true"); // as in jvm.options
    }

    Agent start() throws Exception {
        agent = Agent.prepare(installation, home, restarts::incrementAndGet, Duration.ofMinutes(2));
        agent.start();
        return agent;
    }

    BundleContext context() {
        return agent.context();
    }

    Modules modules() {
        return context().getService(context().getServiceReference(Modules.class));
    }

    ModuleList release() throws Exception {
        return ModuleList.read(releaseFolder.resolve(ModuleList.FILE));
    }

    /** The symbolic name of a module of the release. */
    String symbolicName(ModuleList.Module module) throws IOException {
        try (java.util.jar.JarFile jar =
                new java.util.jar.JarFile(releaseFolder.resolve(module.file()).toFile())) {
            String name = jar.getManifest().getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            return name.replaceAll(";.*", "").strip();
        }
    }

    /** The release with one module that has an entry more, named by content, and the changed module in {@code modules/}. */
    ModuleList withChanged(ModuleList.Module changed, String mark) throws Exception {
        Path jar = home.resolve("modules/new");
        mark(releaseFolder.resolve(changed.file()), jar, mark);
        ModuleList.Module other = ModuleList.Module.of(ModuleList.sha256(jar));
        Files.move(jar, home.resolve(other.file()), StandardCopyOption.REPLACE_EXISTING);
        List<ModuleList.Feature> features = new ArrayList<>();
        for (ModuleList.Feature feature : release().features()) {
            features.add(new ModuleList.Feature(
                    feature.name(),
                    feature.version(),
                    feature.privileges(),
                    feature.models(),
                    feature.modules().stream()
                            .map(module -> module.equals(changed) ? other : ModuleList.Module.of(module.sha256()))
                            .toList()));
        }
        return new ModuleList(features);
    }

    private static void mark(Path from, Path to, String mark) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(from));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("changed-" + mark));
            out.closeEntry();
        }
    }

    /** Stages a generation on trial, as the upgrade utility does. Returns its number. */
    int stageOnTrial(ModuleList list) throws Exception {
        Path generations = home.resolve("generations");
        String before = Files.readString(generations.resolve("current"));
        number = Integer.parseInt(before.strip());
        while (Files.exists(generations.resolve(String.valueOf(number)))) {
            number++;
        }
        Path file = Files.createDirectories(generations.resolve(String.valueOf(number)))
                .resolve(ModuleList.FILE);
        Files.writeString(file, list.toText());
        Files.write(
                GateLab.sig(file),
                SignedList.sign(
                        device,
                        list.toText().getBytes(UTF_8),
                        SignedList.Kind.GENERATION,
                        number,
                        release().digest()));
        Files.writeString(generations.resolve("current.before"), before);
        Files.deleteIfExists(generations.resolve("starts"));
        Files.writeString(generations.resolve("current"), number + "\n");
        return number;
    }

    void commit() throws IOException {
        Files.delete(home.resolve("generations/current.before"));
        Files.deleteIfExists(home.resolve("generations/starts"));
    }

    int current() throws IOException {
        return Integer.parseInt(
                Files.readString(home.resolve("generations/current")).strip());
    }

    /** The framework's number of each running module of the base release, by symbolic name. */
    Map<String, Long> running() {
        Map<String, Long> running = new TreeMap<>();
        for (Bundle bundle : context().getBundles()) {
            boolean fragment = bundle.adapt(BundleRevision.class) != null
                    && (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
            if (bundle.getBundleId() != 0 && (bundle.getState() == Bundle.ACTIVE || fragment)) {
                running.put(bundle.getSymbolicName(), bundle.getBundleId());
            }
        }
        return running;
    }

    /** Wires to modules that have gone. */
    List<String> danglingWires() {
        List<String> dangling = new ArrayList<>();
        for (Bundle bundle : context().getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            for (BundleWire wire : wiring == null ? List.<BundleWire>of() : wiring.getRequiredWires(null)) {
                Bundle provider = wire.getProvider().getBundle();
                if (provider.getState() == Bundle.UNINSTALLED
                        || !provider.adapt(BundleRevision.class).equals(wire.getProvider())) {
                    dangling.add(bundle + " -> " + provider + " " + wire.getCapability());
                }
            }
        }
        return dangling;
    }

    /** Components that are not satisfied, by name, with their state. */
    List<String> unsatisfied() throws Exception {
        ServiceReference<?>[] runtimes = context().getAllServiceReferences(RUNTIME, null);
        if (runtimes == null) {
            return List.of("no component runtime");
        }
        Object runtime = context().getService(runtimes[0]);
        List<String> unsatisfied = new ArrayList<>();
        Collection<?> components =
                (Collection<?>) LabServices.call(runtime, "getComponentDescriptionDTOs", (Object) new Bundle[0]);
        for (Object component : components) {
            String name = String.valueOf(component.getClass().getField("name").get(component));
            Collection<?> configurations =
                    (Collection<?>) LabServices.call(runtime, "getComponentConfigurationDTOs", component);
            for (Object configuration : configurations) {
                int state = configuration.getClass().getField("state").getInt(configuration);
                if (state < SATISFIED || state > 2 * SATISFIED) {
                    unsatisfied.add(name + " " + state + " "
                            + configuration.getClass().getField("failure").get(configuration));
                }
            }
        }
        if (components.size() < 10) {
            unsatisfied.add("only " + components.size() + " components");
        }
        return unsatisfied;
    }

    byte[] entry(Bundle bundle, String name) throws IOException {
        try (InputStream in = bundle.getEntry(name).openStream()) {
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        if (agent != null) {
            agent.close();
        }
    }
}
