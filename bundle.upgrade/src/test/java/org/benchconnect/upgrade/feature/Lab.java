package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;

/**
 * A vendor with real keys, its repository in a folder, and a PC with an installation and a home: everything real but the
 * instrument. Keys are made once for all tests and never kept.
 */
final class Lab {
    static final TestAuthority AUTHORITY = TestAuthority.root("Code authority");
    static final TestAuthority TIME_AUTHORITY = TestAuthority.root("Time authority");
    static final TestSigner SIGNER = AUTHORITY.codeSigner().issue();
    static final TestSigner TIME_STAMPER = TIME_AUTHORITY.timeStamper().issue();

    final Instant now = Instant.now();
    final ReleaseRepositorySimulator repository = ReleaseRepositorySimulator.at(now);
    final Path installation;
    final Path home;
    final Path source;
    private final List<String> running = new ArrayList<>();
    private final List<FeatureDocument> installed = new ArrayList<>();
    boolean allowed = true;
    private final Map<Path, byte[]> replaced = new LinkedHashMap<>();
    Instant clock = now;
    Ring ring = new Ring(50);
    List<String> models = List.of();
    Set<String> dependants = Set.of();
    PlatformHere platform = new PlatformHere(SoftwareVersion.parse("0.1.0"), Set.of("org.osgi.framework", "javax.sql"));

    Lab(Path folder) {
        this.installation = folder.resolve("installation");
        this.home = folder.resolve("home");
        this.source = folder.resolve("repository");
        runs();
        vendor();
    }

    // ---- The PC

    /** The installation gets the vendor's profile. */
    void vendor() {
        Path vendor = installation.resolve("vendor");
        write(vendor.resolve("root.json"), repository.root());
        write(
                vendor.resolve("profile.json"),
                ("{\"organisation\": \"" + TestSigner.ORGANISATION + "\", \"releases\": \"https://releases.example/\"}")
                        .getBytes(StandardCharsets.UTF_8));
        AUTHORITY.writePem(vendor.resolve("code-signing.pem"));
        TIME_AUTHORITY.writePem(vendor.resolve("time-stamping.pem"));
    }

    /** These modules run, and nothing else. */
    Lab runs(byte[]... modules) {
        running.clear();
        for (byte[] module : modules) {
            write(home.resolve(FeatureLayout.module(sha256(module))), module);
            running.add(sha256(module));
        }
        write(home.resolve("generations/current"), "1\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The installation has the document of a feature. */
    Lab installed(FeatureDocument document) {
        write(installation.resolve("release").resolve(document.id().name() + ".json"), document.toJson());
        installed.removeIf(one -> one.id().name().equals(document.id().name()));
        installed.add(document);
        return this;
    }

    /** The generation has the document of a newer version of a feature, with its signature. */
    Lab upgraded(FeatureDocument document, byte[] signature) {
        String name = document.id().name() + "-" + document.id().version() + FeatureLayout.DOCUMENT;
        Path features = home.resolve("generations/1/features");
        write(features.resolve(name), document.toJson());
        write(features.resolve(name + FeatureLayout.SIGNATURE), signature);
        installed.removeIf(one -> one.id().name().equals(document.id().name()));
        installed.add(document);
        return this;
    }

    /** The generation: each installed feature whose modules run, and the rest. */
    private List<Modules.FeatureModules> generation() {
        return RunningFeatures.of(installed, running, allowed);
    }

    AgentFolders folders() {
        return new AgentFolders(installation, home, this::generation);
    }

    ThisPc pc() {
        return new ThisPc(
                folders(),
                Clock.fixed(clock, ZoneOffset.UTC),
                Caps.standard(),
                () -> null,
                () -> null,
                () -> ring,
                () -> models,
                changed -> dependants,
                () -> platform);
    }

    /** What lies in the folder of modules. */
    List<String> modules() {
        try (Stream<Path> files = Files.list(Files.createDirectories(home.resolve("modules")))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan for the sample feature from a source. */
    FeaturePlan plan(String from) throws FeatureRefusedException {
        return new FeatureInstaller(pc()).plan(from, Optional.of(Sample.NAME), Language.EN);
    }

    /** Publishes what was said, and gets the plan. */
    FeaturePlan plan() throws FeatureRefusedException {
        repository.publish();
        return plan(folder());
    }

    /** What is published now is refused, with a sentence, and no module of it stays. */
    FeatureRefusedException refused(RefusedFor reason) {
        repository.publish();
        return refused(reason, folder());
    }

    /** What this source has is refused, with a sentence, and no module of it stays. */
    FeatureRefusedException refused(RefusedFor reason, String from) {
        List<String> before = modules();

        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> plan(from));

        assertEquals(reason, refused.reason(), refused.getMessage());
        assertTrue(refused.getMessage().split(" ").length > 4, refused.getMessage());
        assertEquals(before, modules(), "modules of a refused feature are not kept");
        return refused;
    }

    // ---- The vendor

    /** A release as it should be, by the vendor itself. */
    Lab release(FeatureDocument document, byte[]... modules) {
        return release("targets", document, modules);
    }

    /** A release as it should be, that this role vouches for. */
    Lab release(String role, FeatureDocument document, byte[]... modules) {
        return releaseAs(role, document, document.toJson(), signature(document.toJson()), modules);
    }

    /** A release with any bytes and any signature. */
    Lab releaseAs(String role, FeatureDocument document, byte[] bytes, byte[] signature, byte[]... modules) {
        repository.target(role, FeatureLayout.document(document.id()), bytes);
        repository.target(role, FeatureLayout.signature(document.id()), signature);
        for (byte[] module : modules) {
            repository.target(role, FeatureLayout.module(sha256(module)), module);
        }
        return this;
    }

    static byte[] signature(byte[] document) {
        return SIGNER.over(document).stamped(stamps());
    }

    static TestTimeStamps stamps() {
        return new TestTimeStamps(TIME_STAMPER);
    }

    /** The file of a target has other bytes than the metadata says, from now on. */
    Lab replace(String path, byte[] original, byte[] other) {
        replaced.put(file(path, original), other);
        return this;
    }

    /** Where a target's file lies. */
    Path file(String path, byte[] original) {
        int name = path.lastIndexOf('/') + 1;
        String hashed = path.substring(0, name) + sha256(original) + "." + path.substring(name);
        return source.resolve("targets").resolve(hashed);
    }

    /** The repository as a folder. */
    String folder() {
        try {
            repository.writeTo(source);
            replaced.forEach(Lab::write);
            return source.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository as a zip file. */
    String zip() {
        folder();
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                entries.put(source.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path zip = source.resolveSibling("repository.zip");
        write(zip, Jars.zip(entries));
        return zip.toString();
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(ModuleFile.sha256().digest(bytes));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
