package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.launcher.storage.TrialStart;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.jspecify.annotations.Nullable;

/**
 * Starts and switches as the launcher does, by the launcher's own count of starts, way back and verification of lists and grants, over a disk that can fail; modules are words. Where the
 * launcher would stage the installation's base release anew, because nothing else is left, this says that the PC does not boot.
 */
final class LauncherTwin implements Modules, VerifiedFeatures {
    private static final int MOST = 1 << 20;

    private final Storage storage;
    private final Path home;
    private final DeviceKey key = DeviceKey.of(Releases.DEVICE.publicKey());
    private final ModuleList base;
    private final Map<String, String> granted = new TreeMap<>();
    /** Whether the next switch is refused, as if a module did not start. */
    boolean refuses;

    private int generation;
    private ModuleList running;

    LauncherTwin(Storage storage, Path home, Path installation) throws IOException {
        this.storage = storage;
        this.home = home;
        try {
            base = ModuleList.read(installation.resolve("release").resolve(ModuleList.FILE));
            running = start();
        } catch (ListRefusedException e) {
            throw new AssertionError("the PC does not boot", e);
        }
    }

    private ModuleList start() throws IOException, ListRefusedException {
        TrialStart trial = new TrialStart(storage, home);
        if (count(trial) == TrialStart.Outcome.ON_TRIAL) {
            try {
                return named();
            } catch (ListRefusedException | IOException e) {
                trial.goBack();
            }
        }
        return named();
    }

    private static TrialStart.Outcome count(TrialStart trial) {
        try {
            return trial.count();
        } catch (IOException e) {
            return TrialStart.Outcome.ON_TRIAL;
        }
    }

    /** What the pointer names, with every module's bytes. */
    private ModuleList named() throws IOException, ListRefusedException {
        int number = Integer.parseInt(text(home.resolve("generations/current")).strip());
        Path list = home.resolve("generations/" + number).resolve(ModuleList.FILE);
        ModuleList modules = ModuleList.parse(text(list));
        if (!modules.equals(base.byContent())) {
            byte[] signature = storage.read(list.resolveSibling(ModuleList.FILE + SignedList.SUFFIX), MOST)
                    .orElseThrow(() -> new IOException("no signature"));
            SignedList.verify(
                            signature,
                            text(list).getBytes(StandardCharsets.UTF_8),
                            key,
                            SignedList.Kind.GENERATION,
                            base.digest())
                    .requireSerial(number);
        }
        for (ModuleList.Module module : modules.modules()) {
            byte[] bytes = storage.read(home.resolve(module.file()), MOST)
                    .orElseThrow(() -> new IOException(module.file() + " is missing"));
            if (!Releases.sha256(bytes).equals(module.sha256())) {
                throw new IOException(module.file() + " has other bytes");
            }
        }
        generation = number;
        return modules;
    }

    private String text(Path file) throws IOException {
        return new String(
                storage.read(file, MOST).orElseThrow(() -> new IOException(file + " is missing")),
                StandardCharsets.UTF_8);
    }

    int generation() {
        return generation;
    }

    /** The features that run without privileges, by name and version, in the order of the list. */
    List<String> lines() {
        return running.features().stream()
                .map(feature -> feature.name() + " " + feature.version() + " " + feature.sha256())
                .toList();
    }

    /** What runs by a grant, in which version. */
    Map<String, String> granted() {
        return Map.copyOf(granted);
    }

    @Override
    public void switchToCurrent() throws ModulesRefusedException {
        try {
            if (refuses) {
                refuses = false;
                throw new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "a module does not start");
            }
            running = named();
            granted.entrySet().removeIf(one -> running.features().stream()
                    .noneMatch(line ->
                            line.name().equals(one.getKey()) && line.version().equals(one.getValue())));
        } catch (ModulesRefusedException e) {
            pointBack();
            throw e;
        } catch (IOException | ListRefusedException e) {
            pointBack();
            throw new ModulesRefusedException(GateRefusal.Rule.GENERATION, "refused", e);
        }
    }

    private void pointBack() {
        try {
            TrialStart trial = new TrialStart(storage, home);
            if (trial.isOnTrial()) {
                trial.goBack();
            }
        } catch (IOException e) {
            // the disk does not take it; the next start sees what lies there
        }
    }

    @Override
    public void goBack() throws ModulesRefusedException {
        try {
            new TrialStart(storage, home).goBack();
        } catch (IOException e) {
            throw new ModulesRefusedException(GateRefusal.Rule.GENERATION, "the disk does not take it", e);
        }
        switchToCurrent();
    }

    @Override
    public void restart() {
        throw new UncheckedIOException(new IOException("the process ends"));
    }

    @Override
    public void start(String feature, long serial) throws ModulesRefusedException {
        ModuleList.Feature line = running.feature(feature).orElseThrow();
        try {
            byte[] list =
                    storage.read(Grant.file(home, feature), MOST).orElseThrow(() -> refused(GateRefusal.Rule.NO_GRANT));
            byte[] signature = storage.read(home.resolve(Grant.FOLDER).resolve(feature + SignedList.SUFFIX), MOST)
                    .orElseThrow(() -> refused(GateRefusal.Rule.NO_GRANT));
            Grant grant = Grant.verify(list, signature, key, base.digest(), serial);
            if (!grant.feature().equals(feature)
                    || !grant.version().equals(line.version())
                    || !grant.privileges().containsAll(line.privileges())
                    || !grant.sha256().containsAll(line.sha256())) {
                throw refused(GateRefusal.Rule.GRANT_COVERS_OTHER);
            }
            granted.put(feature, line.version());
        } catch (ListRefusedException | IOException e) {
            throw refused(GateRefusal.Rule.GRANT_SIGNATURE);
        }
    }

    private static ModulesRefusedException refused(GateRefusal.Rule rule) {
        return new ModulesRefusedException(rule, "refused by " + rule);
    }

    @Override
    public void evict(String feature) {
        granted.remove(feature);
    }

    @Override
    public List<FeatureModules> features() {
        return running.features().stream()
                .map(line -> new FeatureModules(
                        line.name(),
                        line.version(),
                        line.privileges(),
                        line.models(),
                        line.sha256(),
                        line.privileges().isEmpty() || granted.containsKey(line.name())))
                .toList();
    }

    @Override
    public void listen(Consumer<GateRefusal> listener) {
        // nobody tries anything behind the gate's back
    }

    @Override
    public SignedDocument planned(String digest) {
        @Nullable SignedDocument planned = Releases.all().get(digest);
        if (planned == null) {
            throw new AssertionError("never looked at");
        }
        return planned;
    }

    @Override
    public List<FeatureDocument> documents() {
        List<FeatureDocument> documents = new ArrayList<>();
        for (ModuleList.Feature line : running.features()) {
            Releases.all().values().stream()
                    .map(SignedDocument::document)
                    .filter(document -> document.id().name().equals(line.name())
                            && document.id().version().equals(line.version()))
                    .forEach(documents::add);
        }
        return documents;
    }

    @Override
    public List<String> dependingOn(String feature) {
        return List.of();
    }
}
