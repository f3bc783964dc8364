package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureId;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.ReleaseTerms;
import org.benchconnect.upgrade.feature.SignedDocument;
import org.benchconnect.upgrade.feature.SignedDocuments;

/** What a vendor released: an installation on this disk, and newer versions of its features, whose modules are short texts. */
final class Releases {
    static final InMemoryIdentity DEVICE = new InMemoryIdentity();
    static final String CODE = OneTimeCode.fresh();

    private static final Map<String, byte[]> MODULES = new HashMap<>();
    private static final Map<String, SignedDocument> ALL = new HashMap<>();

    static final SignedDocument BASE_1 =
            release("org.benchconnect.base", 1, Set.of(), 60, "core-1", "host-1", "store-1");
    static final SignedDocument SUPPORT =
            release(UpgradePc.SUPPORT, 1, Set.of(Privilege.VIEW_SCREEN, Privilege.CONTROL_INPUT), 0, "bridge-1");
    static final SignedDocument BASE_2 =
            release("org.benchconnect.base", 2, Set.of(), 30, "core-1", "host-2", "store-1");
    static final SignedDocument BASE_3 =
            release("org.benchconnect.base", 3, Set.of(), 20, "core-3", "host-3", "store-3");
    static final SignedDocument BASE_4 =
            release("org.benchconnect.base", 4, Set.of(), 10, "core-4", "host-3", "store-3");
    static final SignedDocument EXTRA_1 = release("com.example.extra", 1, Set.of(), 5, "extra-1");
    static final SignedDocument EXTRA_2 = release("com.example.extra", 2, Set.of(), 6, "extra-2");

    private Releases() {}

    private static SignedDocument release(
            String name, int counter, Set<Privilege> privileges, int minutes, String... modules) {
        List<FeatureModule> all = Arrays.stream(modules)
                .map(text -> {
                    byte[] bytes = ("module " + text).getBytes(StandardCharsets.US_ASCII);
                    MODULES.put(sha256(bytes), bytes);
                    String symbolic = "org.example." + text.substring(0, text.indexOf('-'));
                    return new FeatureModule(
                            "org.example:" + symbolic + ":1.0.0", symbolic, sha256(bytes), bytes.length, 0);
                })
                .toList();
        SignedDocument signed = SignedDocuments.of(new FeatureDocument(
                new FeatureId("org.example", name, counter + ".0.0"),
                "T",
                "D",
                "V",
                "L",
                all,
                minutes == 0 ? Map.of() : Map.of(name + ".thing", Map.of("idle.after.minutes", (long) minutes)),
                new ReleaseTerms(counter, 0, 100, privileges, Set.of(), Map.of(Language.EN, "It works."))));
        ALL.put(signed.digest(), signed);
        return signed;
    }

    /** Every release by the digest of its document. */
    static Map<String, SignedDocument> all() {
        return ALL;
    }

    /** Every module's bytes by their digest. */
    static Map<String, byte[]> modules() {
        return MODULES;
    }

    /** The installation folder as an administrator made it. */
    static Path installation() {
        try {
            Path folder = Files.createTempDirectory("installation");
            Path release = Files.createDirectories(folder.resolve("release"));
            Files.writeString(release.resolve(ModuleList.FILE), list(BASE_1, SUPPORT));
            for (SignedDocument signed : List.of(BASE_1, SUPPORT)) {
                Files.write(release.resolve(signed.document().id().name() + ".json"), signed.bytes());
            }
            Files.writeString(
                    folder.resolve(DeviceKey.FILE),
                    DeviceKey.of(DEVICE.publicKey()).toText());
            Files.writeString(folder.resolve("first-administrator"), OneTimeCode.digest(CODE.toCharArray()) + "\n");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of the installation, whose modules have names of their own. */
    private static String list(SignedDocument... features) {
        return new ModuleList(Arrays.stream(features)
                        .map(SignedDocument::document)
                        .map(document -> new ModuleList.Feature(
                                document.id().name(),
                                document.id().version(),
                                document.terms().privileges().stream()
                                        .map(Privilege::token)
                                        .sorted()
                                        .toList(),
                                List.copyOf(new TreeSet<>(document.terms().models())),
                                document.modules().stream()
                                        .map(module ->
                                                new ModuleList.Module(module.sha256(), module.symbolicName() + ".jar"))
                                        .toList()))
                        .toList())
                .toText();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
