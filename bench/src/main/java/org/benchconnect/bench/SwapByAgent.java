package org.benchconnect.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.benchconnect.bench.swap.GapProbe;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.Installation;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;

/** The agent with its whole base release; the bundles of the comparison are more modules of it, in generations that the pinned device signs. */
final class SwapByAgent implements SwapContender {
    private final InMemoryIdentity device = new InMemoryIdentity();
    private final Installation installation;
    private final Path home;
    private final Path folder;
    private final ModuleList base;
    private final List<ModuleList.Module> lasting = new ArrayList<>();
    private final Map<SwapBundles.Changed, ModuleList.Module> changed = new EnumMap<>(SwapBundles.Changed.class);
    private int generation = 1;

    SwapByAgent(Path built, Path folder) throws IOException, ListRefusedException {
        this.folder = folder;
        this.installation = new Installation(folder.resolve("installation"));
        this.home = folder.resolve("home");
        Folders.copy(built, installation.folder());
        Files.writeString(
                installation.devicePin(), DeviceKey.of(device.publicKey()).toText());
        Files.createDirectories(home.resolve("modules"));
        Path release = installation.folder().resolve("release");
        base = ModuleList.read(release.resolve(ModuleList.FILE));
        for (ModuleList.Module module : base.modules()) {
            Files.copy(release.resolve(module.file()), home.resolve(module.contentName()));
        }
    }

    /** The first generation with these, which its first process starts with. */
    void install(List<Path> bundles, Map<SwapBundles.Changed, Path> first) throws IOException {
        for (Path bundle : bundles) {
            lasting.add(module(bundle));
        }
        for (Map.Entry<SwapBundles.Changed, Path> each : first.entrySet()) {
            changed.put(each.getKey(), module(each.getValue()));
        }
        stageNext();
        Files.writeString(home.resolve("generations/current"), generation + "\n");
    }

    @Override
    public String name() {
        return "BenchConnect, a generation";
    }

    @Override
    public Path events() {
        return folder.resolve("agent.events");
    }

    /** By the options that its own command starts it with. */
    @Override
    public Contender contender() {
        return new Contender(
                name(),
                List.of(
                        "java",
                        "@" + installation.folder().resolve("jvm.options"),
                        "-D" + GapProbe.FILE + "=" + events(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SwapAgent.class.getName(),
                        installation.folder().toString(),
                        home.toString()),
                Map.of(),
                () -> Files.deleteIfExists(events()),
                () -> SwapEvents.ready(events()),
                folder.resolve("agent.out"));
    }

    @Override
    public String stage(SwapBundles.Changed which, int number, Path jar) throws IOException {
        changed.put(which, module(jar));
        stageNext();
        return String.valueOf(generation);
    }

    private ModuleList.Module module(Path jar) throws IOException {
        ModuleList.Module module = ModuleList.Module.of(ModuleList.sha256(jar));
        Files.copy(jar, home.resolve(module.file()), StandardCopyOption.REPLACE_EXISTING);
        return module;
    }

    private void stageNext() throws IOException {
        generation++;
        List<ModuleList.Feature> features = new ArrayList<>(base.byContent().features());
        ModuleList.Feature first = features.get(0);
        List<ModuleList.Module> modules = new ArrayList<>(first.modules());
        modules.addAll(lasting);
        modules.addAll(changed.values());
        features.set(
                0, new ModuleList.Feature(first.name(), first.version(), first.privileges(), first.models(), modules));
        byte[] list = new ModuleList(features).toText().getBytes(UTF_8);
        byte[] signature =
                SignedList.sign(device::signList, list, SignedList.Kind.GENERATION, generation, base.digest());
        Path staged = Files.createDirectories(home.resolve("generations/" + generation));
        Files.write(staged.resolve(ModuleList.FILE), list);
        Files.write(staged.resolve(ModuleList.FILE + SignedList.SUFFIX), signature);
    }
}
