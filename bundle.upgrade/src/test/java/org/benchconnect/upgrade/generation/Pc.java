package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureId;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.ReleaseTerms;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.VerifiedFeatures;
import org.benchconnect.upgrade.feature.VerifiedPlans;
import org.benchconnect.upgrade.journal.JournalFile;
import org.jspecify.annotations.Nullable;

/** A PC with a base release of two modules as generation 1, a pinned key, and a launcher that takes whatever the pointer names. */
final class Pc implements VerifiedFeatures, Modules {
    static final FeatureDocument BASE = document("org.benchconnect.base", 1, Set.of(), "a", "b");
    static final FeatureDocument SUPPORT =
            document("org.benchconnect.remote-support", 1, Set.of(Privilege.VIEW_SCREEN), "c");

    final InMemoryIdentity device = new InMemoryIdentity();
    final Path installation;
    private static final Path HOME = Path.of("/home-of-a-test").toAbsolutePath();
    final Path home = HOME;
    final Storage storage;
    final Map<String, SignedDocument> planned = new HashMap<>();
    final List<String> dependants = new ArrayList<>();

    @Nullable
    ModulesRefusedException refusal;

    Runnable onSwitch = () -> {};
    /** Whether the launcher returns before it changes anything. */
    boolean letsGo;
    /** Told of new settings. */
    Runnable changed = () -> {};

    @Nullable
    InMemoryIdentity identity = device;

    private List<FeatureModules> running = List.of();

    Pc(Path folder, Storage storage) throws IOException {
        this.installation = folder;
        this.storage = storage;
        running = new NextList(List.of()).with(running, List.of(BASE, SUPPORT));
        Files.createDirectories(installation.resolve("release"));
        Files.writeString(
                installation.resolve("release/SHA256SUMS"),
                ListText.of(running).replaceAll("  modules/([0-9a-f]{6})[0-9a-f]*", "  module-$1"));
        Files.writeString(
                installation.resolve(DeviceKey.FILE),
                DeviceKey.of(device.publicKey()).toText());
        DurableFiles files = new DurableFiles(storage);
        files.makeFolder(home.resolve("modules"));
        for (String digit : "abcdef0123456789".split("")) {
            files.write(home.resolve("modules/" + digit.repeat(64) + ".jar"), "a module");
        }
        files.makeFolder(home.resolve("generations/1"));
        files.write(home.resolve("generations/1/SHA256SUMS"), ListText.of(running));
        files.write(home.resolve("generations/current"), "1\n");
    }

    static FeatureDocument document(String name, long counter, Set<Privilege> privileges, String... modules) {
        List<FeatureModule> all = Arrays.stream(modules)
                .map(digit ->
                        new FeatureModule("org.example:m." + digit + ":1.0.0", "m." + digit, digit.repeat(64), 1, 0))
                .toList();
        return new FeatureDocument(
                new FeatureId("org.example", name, counter + ".0.0"),
                "T",
                "D",
                "V",
                "L",
                all,
                Map.of(),
                new ReleaseTerms(counter, 0, 100, privileges, Set.of("NAVIOS"), Map.of(Language.EN, "It works.")));
    }

    /** It was looked at, and can be installed. */
    String plan(FeatureDocument document) {
        SignedDocument signed = VerifiedPlans.signed(document);
        planned.put(signed.digest(), signed);
        return signed.digest();
    }

    /** They were looked at, and can be changed to together. */
    List<String> plans(FeatureDocument... documents) {
        return Stream.of(documents).map(this::plan).toList();
    }

    GenerationSwitch generations() {
        return new GenerationSwitch(this, this, steps(), installation);
    }

    /** As after a start of the agent. */
    TrialSteps steps() {
        return steps(storage);
    }

    /** The same with what another disk has. */
    TrialSteps steps(Storage disk) {
        TrialSteps steps = new TrialSteps(this, this, () -> identity, journal(disk), disk, installation, home);
        steps.configurations.listen(() -> changed.run());
        return steps;
    }

    JournalFile journal() {
        return journal(storage);
    }

    static JournalFile journal(Storage disk) {
        return new JournalFile(disk, HOME, Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC));
    }

    String current() throws IOException {
        return text(home.resolve("generations/current")).strip();
    }

    String list(String number) throws IOException {
        return text(home.resolve("generations").resolve(number).resolve("SHA256SUMS"));
    }

    String text(Path file) throws IOException {
        return new String(storage.read(file, 1_000_000).orElse(new byte[0]), StandardCharsets.UTF_8);
    }

    // ---- The verifying half

    @Override
    public SignedDocument planned(String digest) throws FeatureRefusedException {
        SignedDocument signed = planned.get(digest);
        if (signed == null) {
            throw new FeatureRefusedException(RefusedFor.STALE, "never looked at");
        }
        return signed;
    }

    @Override
    public List<FeatureDocument> documents() {
        List<FeatureDocument> all = new ArrayList<>(List.of(BASE, SUPPORT));
        planned.values().forEach(signed -> all.add(signed.document()));
        return all.stream()
                .filter(document -> running.stream()
                        .anyMatch(feature -> feature.name().equals(document.id().name())
                                && feature.version().equals(document.id().version())))
                .toList();
    }

    @Override
    public List<String> dependingOn(String feature) {
        return dependants;
    }

    // ---- The launcher

    @Override
    public void switchToCurrent() throws ModulesRefusedException {
        onSwitch.run();
        if (refusal != null) {
            throw refusal;
        }
        if (letsGo) {
            return;
        }
        try {
            String number = current();
            Path list = home.resolve("generations").resolve(number).resolve("SHA256SUMS");
            if (number.equals("1")) {
                running = parse(list(number));
                return;
            }
            byte[] signature =
                    storage.read(list.resolveSibling("SHA256SUMS.sig"), 1000).orElseThrow();
            SignedList.verify(
                            signature,
                            storage.read(list, 1_000_000).orElseThrow(),
                            DeviceKey.read(installation.resolve(DeviceKey.FILE)),
                            SignedList.Kind.GENERATION,
                            InstalledBase.read(installation).digest())
                    .requireSerial(Long.parseLong(number));
            running = parse(list(number));
        } catch (IOException | ListRefusedException e) {
            throw new ModulesRefusedException(GateRefusal.Rule.GENERATION, "not signed", e);
        }
    }

    private static List<FeatureModules> parse(String list) throws ListRefusedException {
        return ModuleList.parse(list).features().stream()
                .map(feature -> new FeatureModules(
                        feature.name(),
                        feature.version(),
                        feature.privileges(),
                        feature.models(),
                        feature.sha256(),
                        true))
                .toList();
    }

    @Override
    public void goBack() throws ModulesRefusedException {
        putBack();
        refusal = null;
        switchToCurrent();
    }

    private void putBack() {
        try {
            if (storage.length(home.resolve("generations/current.before")) > 0) {
                new DurableFiles(storage)
                        .rename(home.resolve("generations/current.before"), home.resolve("generations/current"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restart() {
        throw new AssertionError("nothing ends this process");
    }

    @Override
    public void start(String feature, long serial) {
        throw new AssertionError("a grant is somebody else's");
    }

    @Override
    public void evict(String feature) {
        throw new AssertionError("a grant is somebody else's");
    }

    @Override
    public List<FeatureModules> features() {
        return running;
    }

    @Override
    public void listen(Consumer<GateRefusal> listener) {
        throw new AssertionError("nobody listens here");
    }

    Optional<FeatureModules> feature(String name) {
        return running.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
