package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Storage;

/** Starts a feature with privileges as the launcher does, by the launcher's own verification of the grant on the disk; its modules are a word in a map. */
final class Gate implements Modules {
    static final String FEATURE = "org.benchconnect.remote-support";
    static final List<String> PRIVILEGES = List.of("control-input", "view-screen");

    private static final int MOST = 1 << 20;

    private final Storage storage;
    private final Path home;
    private final Path installation;
    private final DeviceKey key;
    private final Map<String, String> running = new TreeMap<>();

    Gate(Storage storage, Path home, Path installation, DeviceKey key) {
        this.storage = storage;
        this.home = home;
        this.installation = installation;
        this.key = key;
    }

    /** What runs, in which version. */
    Map<String, String> running() {
        return Map.copyOf(running);
    }

    private static String moduleOf(String version) {
        return sha256(("module " + version).getBytes(StandardCharsets.US_ASCII));
    }

    private String version() {
        try {
            return storage.read(home.resolve("generations/current"), MOST)
                            .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                            .orElse("1")
                    + ".0.0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<FeatureModules> features() {
        return List.of(new FeatureModules(
                FEATURE, version(), PRIVILEGES, List.of(), List.of(moduleOf(version())), running.containsKey(FEATURE)));
    }

    @Override
    public void switchToCurrent() {
        running.values().removeIf(version -> !version.equals(version()));
    }

    @Override
    public void goBack() {
        throw new AssertionError("nothing goes back here");
    }

    @Override
    public void restart() {
        throw new AssertionError("nothing goes back here");
    }

    @Override
    public void start(String feature, long serial) throws ModulesRefusedException {
        try {
            Optional<byte[]> list = storage.read(Grant.file(home, feature), MOST);
            Optional<byte[]> signature =
                    storage.read(home.resolve(Grant.FOLDER).resolve(feature + SignedList.SUFFIX), MOST);
            if (list.isEmpty() || signature.isEmpty()) {
                throw refused(GateRefusal.Rule.NO_GRANT);
            }
            String base = sha256(storage.read(installation.resolve("release/SHA256SUMS"), MOST)
                    .orElseThrow());
            Grant grant = Grant.verify(list.get(), signature.get(), key, base, serial);
            if (!grant.feature().equals(feature)
                    || !grant.version().equals(version())
                    || !grant.privileges().containsAll(PRIVILEGES)
                    || !grant.sha256().contains(moduleOf(version()))) {
                throw refused(GateRefusal.Rule.GRANT_COVERS_OTHER);
            }
            running.put(feature, version());
        } catch (ListRefusedException | IOException e) {
            throw refused(GateRefusal.Rule.GRANT_SIGNATURE);
        }
    }

    private static ModulesRefusedException refused(GateRefusal.Rule rule) {
        return new ModulesRefusedException(rule, "refused by " + rule);
    }

    @Override
    public void evict(String feature) {
        running.remove(feature);
    }

    @Override
    public void listen(Consumer<GateRefusal> listener) {
        // nobody tries anything behind the gate's back
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
