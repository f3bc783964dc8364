package org.benchconnect.upgrade.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.upgrade.feature.InstallerUnderAttack;
import org.benchconnect.upgrade.repository.Caps;

/** A PC that trusts a vendor: an installation folder, a home folder, and the real installer of features on them. */
final class Pc {
    final Path folder;
    final TlsClient tls;
    Instant clock;
    Caps caps = Caps.standard();
    int ring = 50;
    List<String> models = List.of("Navios EX");
    private final List<String> running = new ArrayList<>();
    Optional<String> feature = Optional.of(Vendor.OWN);

    private Pc(Path folder, TlsClient tls, Instant clock) {
        this.folder = folder;
        this.tls = tls;
        this.clock = clock;
    }

    /** A new one, which has never seen a repository. */
    static Pc fresh(Path folder, Vendor vendor, String releases, TlsClient tls, Instant clock) {
        Pc pc = new Pc(folder, tls, clock);
        pc.write("home/generations/current", "1\n");
        pc.write("installation/vendor/root.json", new String(vendor.root(), StandardCharsets.UTF_8));
        pc.write(
                "installation/vendor/profile.json",
                "{\"organisation\": \"" + TestSigner.ORGANISATION + "\", \"releases\": \"" + releases + "\"}");
        Vendor.AUTHORITY.writePem(folder.resolve("installation/vendor/code-signing.pem"));
        Vendor.TIME_AUTHORITY.writePem(folder.resolve("installation/vendor/time-stamping.pem"));
        return pc;
    }

    /** One that is the same in everything, so that several attacks meet the same PC. */
    Pc twin(Path other) {
        copy(folder, other);
        Pc twin = new Pc(other, tls, clock);
        twin.caps = caps;
        twin.ring = ring;
        twin.models = models;
        twin.running.addAll(running);
        twin.feature = feature;
        return twin;
    }

    FeaturePlan plan(String source) throws FeatureRefusedException {
        return InstallerUnderAttack.on(
                        folder.resolve("installation"),
                        folder.resolve("home"),
                        running,
                        Clock.fixed(clock, ZoneOffset.UTC),
                        caps,
                        tls,
                        ring,
                        models)
                .plan(source, feature, Language.EN);
    }

    Pc write(String file, String content) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A module runs here, of no feature. */
    Pc runs(byte[] module) {
        String file = "modules/" + Bundles.sha256(module) + ".jar";
        try {
            Files.createDirectories(folder.resolve("home/modules"));
            Files.write(folder.resolve("home").resolve(file), module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running.add(Bundles.sha256(module));
        return this;
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file with the digest of its content. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(folder.relativize(each).toString(), Bundles.sha256(Files.readAllBytes(each)));
                } else if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(folder.relativize(each).toString(), "no plain file");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
