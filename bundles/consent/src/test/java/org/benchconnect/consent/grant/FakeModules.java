package org.benchconnect.consent.grant;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Storage;

/** A launcher that judges grants as the real one does, by signature, base, serial and coverage, and runs names instead of modules. */
public final class FakeModules implements Modules {
    private final Storage storage;
    private final Path home;
    private final DeviceKey device;
    private final String base;
    private final Map<String, FeatureModules> features = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();
    private final List<Consumer<GateRefusal>> listeners = new ArrayList<>();
    private Runnable beforeStart = () -> {};
    private boolean refusesToStart;

    public FakeModules(Storage storage, Path home, DeviceKey device, String base) {
        this.storage = storage;
        this.home = home;
        this.device = device;
        this.base = base;
    }

    /** The running generation has this now; its modules do not run. */
    public synchronized void has(
            String name, String version, List<String> privileges, List<String> models, String... sha256) {
        running.remove(name);
        features.put(name, new FeatureModules(name, version, privileges, models, List.of(sha256), false));
        if (privileges.isEmpty()) {
            running.add(name); // the launcher itself starts what has no privileges
        }
    }

    public synchronized void hasNot(String name) {
        running.remove(name);
        features.remove(name);
    }

    public synchronized void onStart(Runnable before) {
        beforeStart = before;
    }

    public synchronized void refusesToStart(boolean now) {
        refusesToStart = now;
    }

    public synchronized boolean runs(String name) {
        return running.contains(name);
    }

    public synchronized void refuse(GateRefusal refusal) {
        listeners.forEach(one -> one.accept(refusal));
    }

    @Override
    public void switchToCurrent() {}

    @Override
    public void goBack() {
        throw new AssertionError("consents do not go back to a generation");
    }

    @Override
    public void restart() {
        throw new AssertionError("consents do not go back to a generation");
    }

    @Override
    public void start(String feature, long serial) throws ModulesRefusedException {
        beforeStart.run();
        synchronized (this) {
            FeatureModules one = features.get(feature);
            if (one == null) {
                throw new ModulesRefusedException(GateRefusal.Rule.NOT_IN_GENERATION, "not here");
            }
            judge(one, serial);
            if (refusesToStart) {
                throw new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "it throws in its start method");
            }
            running.add(feature);
        }
    }

    private void judge(FeatureModules one, long serial) throws ModulesRefusedException {
        try {
            byte[] list = storage.read(home.resolve("grants").resolve(one.name()), 65536)
                    .orElseThrow(() -> new ModulesRefusedException(GateRefusal.Rule.NO_GRANT, "no grant"));
            byte[] signature = storage.read(home.resolve("grants").resolve(one.name() + ".sig"), 512)
                    .orElseThrow(() -> new ModulesRefusedException(GateRefusal.Rule.GRANT_SIGNATURE, "not signed"));
            Grant grant = Grant.verify(list, signature, device, base, serial);
            if (!grant.feature().equals(one.name())
                    || !grant.version().equals(one.version())
                    || !grant.privileges().containsAll(one.privileges())
                    || !grant.sha256().containsAll(one.sha256())) {
                throw new ModulesRefusedException(GateRefusal.Rule.GRANT_COVERS_OTHER, "for something else");
            }
        } catch (ListRefusedException.WrongSubject e) {
            throw new ModulesRefusedException(GateRefusal.Rule.GRANT_SERIAL, String.valueOf(e.getMessage()));
        } catch (ListRefusedException e) {
            throw new ModulesRefusedException(GateRefusal.Rule.GRANT_SIGNATURE, String.valueOf(e.getMessage()));
        } catch (java.io.IOException e) {
            throw new ModulesRefusedException(GateRefusal.Rule.NO_GRANT, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public synchronized void evict(String feature) {
        running.remove(feature);
    }

    @Override
    public synchronized List<FeatureModules> features() {
        return features.values().stream()
                .map(one -> new FeatureModules(
                        one.name(),
                        one.version(),
                        one.privileges(),
                        one.models(),
                        one.sha256(),
                        running.contains(one.name())))
                .toList();
    }

    @Override
    public synchronized void listen(Consumer<GateRefusal> listener) {
        listeners.add(listener);
    }

    /** The digest of a module by a word. */
    public static String module(String word) {
        return Digests.sha256(word.getBytes(StandardCharsets.UTF_8));
    }
}
