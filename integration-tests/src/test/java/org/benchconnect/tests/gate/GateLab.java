package org.benchconnect.tests.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.tests.Await;
import org.osgi.framework.Bundle;

/**
 * The real agent with the real gate, on a small installation of its own: one module as base release, the key of a test device pinned,
 * and generations that this device signs.
 */
final class GateLab implements AutoCloseable {
    static final String BASE = "org.benchconnect.base";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The launcher waits for nothing shorter while it takes a feature away. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(300);

    final Device device = new Device();
    final Installation installation;
    final Path home;
    final List<GateRefusal> refusals = new CopyOnWriteArrayList<>();
    final AtomicInteger restarts = new AtomicInteger();
    Duration longestStart = Duration.ofMinutes(2);
    private final Path release;
    private final ModuleList.Feature base;
    private int number = 1;
    private Agent agent;

    GateLab(Path folder) throws IOException {
        installation = new Installation(folder.resolve("installation"));
        release = installation.folder().resolve("release");
        home = folder.resolve("home");
        Files.createDirectories(release);
        Files.createDirectories(home.resolve("modules"));
        Files.createDirectories(home.resolve(Grant.FOLDER));
        base = feature(
                BASE,
                List.of(),
                List.of(),
                Packed.module("lab.base", Counting.class).jar());
        ModuleList.Module module = base.modules().get(0);
        Files.copy(home.resolve(module.file()), release.resolve("lab.base.jar"));
        Files.writeString(
                release.resolve(ModuleList.FILE),
                new ModuleList(List.of(new ModuleList.Feature(
                                BASE,
                                "1.0.0",
                                List.of(),
                                List.of(),
                                List.of(new ModuleList.Module(module.sha256(), "lab.base.jar")))))
                        .toText());
        pin(device);
    }

    void pin(Device pinned) throws IOException {
        Files.writeString(installation.devicePin(), pinned.key().toText());
    }

    /** The lines of a feature; its modules are put into {@code modules/}. */
    ModuleList.Feature feature(String name, List<String> privileges, List<String> models, byte[]... jars)
            throws IOException {
        return feature(name, "1.0.0", privileges, models, jars);
    }

    ModuleList.Feature feature(
            String name, String version, List<String> privileges, List<String> models, byte[]... jars)
            throws IOException {
        List<ModuleList.Module> modules = new ArrayList<>();
        for (byte[] jar : jars) {
            Path file = Files.write(home.resolve("modules/new"), jar);
            ModuleList.Module module = ModuleList.Module.of(ModuleList.sha256(file));
            Files.move(file, home.resolve(module.file()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            modules.add(module);
        }
        return new ModuleList.Feature(name, version, privileges, models, modules);
    }

    /** Stages the next generation: the base release and these features, signed. */
    void stage(ModuleList.Feature... features) throws Exception {
        List<ModuleList.Feature> all = new ArrayList<>(List.of(base));
        all.addAll(List.of(features));
        stage(new ModuleList(all), device);
    }

    void stage(ModuleList list, Device signer) throws Exception {
        number++;
        Path folder = Files.createDirectories(home.resolve("generations/" + number));
        Path file = Files.writeString(folder.resolve(ModuleList.FILE), list.toText());
        byte[] signature =
                SignedList.sign(signer, list.toText().getBytes(UTF_8), Kind.GENERATION, number, baseDigest());
        Files.write(sig(file), signature);
        point(number);
    }

    /** The next generation, on trial. */
    void stageOnTrial(ModuleList list, Device signer) throws Exception {
        String before = Files.readString(home.resolve("generations/current"));
        stage(list, signer);
        Files.writeString(home.resolve("generations/current.before"), before);
        Files.deleteIfExists(home.resolve("generations/starts"));
    }

    void stageOnTrial(ModuleList.Feature... features) throws Exception {
        List<ModuleList.Feature> all = new ArrayList<>(List.of(base));
        all.addAll(List.of(features));
        stageOnTrial(new ModuleList(all), device);
    }

    int current() throws IOException {
        return Integer.parseInt(
                Files.readString(home.resolve("generations/current")).strip());
    }

    boolean isOnTrial() {
        return Files.exists(home.resolve("generations/current.before"));
    }

    /** Where the list of the generation lies that was staged last. */
    Path staged() {
        return home.resolve("generations/" + number).resolve(ModuleList.FILE);
    }

    /** As the caller of a switch does when it is refused. */
    void pointBack() throws IOException {
        number--;
        point(number);
    }

    private void point(int generation) throws IOException {
        Files.writeString(home.resolve("generations/current"), generation + "\n");
    }

    String baseDigest() throws Exception {
        return ModuleList.read(release.resolve(ModuleList.FILE)).digest();
    }

    /** A grant of this device for everything that the feature asks for. */
    void grant(ModuleList.Feature feature, long serial) throws Exception {
        String model =
                feature.models().isEmpty() ? Grant.NO_MODEL : feature.models().get(0);
        write(new Grant(feature.name(), feature.version(), feature.privileges(), model, feature.sha256()), serial);
    }

    void write(Grant grant, long serial) throws Exception {
        write(grant.feature(), grant.toText(), device, serial, baseDigest());
    }

    void write(String feature, String text, Device signer, long serial, String under) throws Exception {
        Path file = Files.writeString(grant(feature), text);
        Files.write(sig(file), SignedList.sign(signer, text.getBytes(UTF_8), Kind.GRANTS, serial, under));
    }

    Path grant(String feature) {
        return Grant.file(home, feature);
    }

    static Path sig(Path file) {
        return file.resolveSibling(file.getFileName() + SignedList.SUFFIX);
    }

    /** Ends this process when a module does not stop. */
    void startForReal() throws Exception {
        agent = Agent.prepare(installation, home);
        agent.start();
    }

    Agent start() throws Exception {
        System.clearProperty(Hanging.RELEASE);
        agent = Agent.prepare(installation, home, restarts::incrementAndGet, longestStart);
        agent.start();
        modules().listen(refusals::add);
        return agent;
    }

    Modules modules() {
        return agent.context().getService(agent.context().getServiceReference(Modules.class));
    }

    Modules.FeatureModules running(String feature) {
        return modules().features().stream()
                .filter(each -> each.name().equals(feature))
                .findFirst()
                .orElseThrow();
    }

    Bundle bundle(String symbolicName) {
        for (Bundle bundle : agent.context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new AssertionError(symbolicName + " is not installed");
    }

    boolean isInstalled(String symbolicName) {
        return java.util.Arrays.stream(agent.context().getBundles())
                .anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName()));
    }

    boolean wasTold(GateRefusal.Rule rule) {
        return refusals.stream().anyMatch(refusal -> refusal.rule() == rule);
    }

    /**
     * Takes a feature away that does as it is told; how long that took. Where this machine stands still meanwhile, the launcher ends the process, as it should: that does not count as
     * a new start, and what it began is waited for.
     */
    Duration evict(String feature) throws Exception {
        int before = restarts.get();
        long begin = System.nanoTime();
        modules().evict(feature);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (took.compareTo(SHORTEST_WAIT) >= 0) {
            until("what was begun has ended", "stopping ", "removing ");
            restarts.set(before);
        }
        return took;
    }

    /** What hangs may go on, and does. */
    void letGo() throws Exception {
        System.setProperty(Hanging.RELEASE, "now");
        until("what hung has ended", "stopping ", "removing ", "starting ");
    }

    private static void until(String ended, String... works) throws Exception {
        Await.until(ended, PATIENCE, () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> Stream.of(works).anyMatch(thread.getName()::startsWith)));
    }

    void stop() {
        if (agent != null) {
            agent.close();
            agent = null;
        }
    }

    @Override
    public void close() throws Exception {
        letGo();
        stop();
        System.clearProperty(Intruder.TRACE);
    }
}
