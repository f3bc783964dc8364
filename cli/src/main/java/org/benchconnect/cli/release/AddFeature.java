package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.signature.CodeSigningKey;
import org.benchconnect.crypto.signature.KeyUnavailableException;
import org.benchconnect.crypto.signature.SigningException;
import org.benchconnect.crypto.signature.TimeStampAuthority;
import org.benchconnect.crypto.signature.TimeStampUnavailableException;
import org.benchconnect.upgrade.feature.FeatureLayout;

/**
 * {@code release add feature}: makes the feature document of a description and its jars, has it code-signed with a time stamp, and
 * adds document, signature and modules to the draft. A version that is published is never made again; the release counter rises.
 */
final class AddFeature {
    static final String FORM = " WORK DESCRIPTION.json JAR... --key CODE.key --time-stamps URL"
            + " [--certificates PEM] [--vendor VENDOR] [--platform VERSION]";
    static final Set<String> OPTIONS = Set.of("--key", "--time-stamps", "--certificates", "--vendor", "--platform");

    private AddFeature() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        List<String> words = arguments.wordsFrom(3);
        String role = arguments.option("--vendor").orElse(Roles.TARGETS);
        TimeStampAuthority clock = TimeStampAuthority.at(address(arguments));
        FeatureDraft feature = FeatureDraft.of(
                arguments.path(words.get(1)),
                arguments.files(words.subList(2, words.size())),
                arguments.option("--platform"));
        try (WorkFolder work = WorkFolder.open(arguments.path(words.get(0)))) {
            Draft draft = work.begunDraft();
            checkRole(draft, role, feature);
            new EarlierReleases(draft, work.published()).check(feature.document(), role);
            byte[] document = feature.bytes();
            CodeSigningKey key =
                    codeKey(KeyFile.read(arguments.path(arguments.required("--key"))), situation.terminal());
            Optional<Path> certificates = arguments.file("--certificates");
            if (certificates.isPresent()) {
                key = key.with(certificates(certificates.get()));
            }
            byte[] signature = sign(key, document, clock);
            VendorCheck.of(work).codeSignature(document, signature, situation.now());
            Map<String, TargetInfo> files = new LinkedHashMap<>();
            String path = FeatureLayout.document(feature.document().id());
            files.put(path, store(draft, path, document));
            String signed = FeatureLayout.signature(feature.document().id());
            files.put(signed, store(draft, signed, signature));
            for (Map.Entry<String, Path> jar : feature.modules(role).entrySet()) {
                files.put(jar.getKey(), store(draft, jar.getKey(), jar.getValue()));
            }
            put(draft, role, files, work, situation);
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static void checkRole(Draft draft, String role, FeatureDraft feature) throws IOException, ReleaseRefusal {
        String name = feature.document().id().name();
        List<String> vendors = Roles.vendors(draft.current(Roles.TARGETS)
                .orElseThrow(() -> new ReleaseRefusal("the repository has no targets yet")));
        if (!role.equals(Roles.TARGETS) && !vendors.contains(role)) {
            throw new ReleaseRefusal("nothing is delegated to " + role + "; 'release add vendor' does so");
        }
        for (String vendor : vendors) {
            if (name.startsWith(vendor + ".") != vendor.equals(role)) {
                throw new ReleaseRefusal("features whose names begin with '" + vendor
                        + ".' and no others are those of the vendor " + vendor + "; this one is " + name);
            }
        }
    }

    private static CodeSigningKey codeKey(KeyFile file, Terminal terminal) throws IOException, ReleaseRefusal {
        try (Secret password = file.password(terminal)) {
            return file.inToken()
                    ? CodeSigningKey.pkcs11(file.store(), file.token(), password, file.alias())
                    : CodeSigningKey.pkcs12(file.store(), password, file.alias());
        } catch (KeyUnavailableException refused) {
            throw new ReleaseRefusal(refused.getMessage() + "", refused);
        }
    }

    /** What is between the key's certificate and the authority that PCs know, where the token has it not. */
    private static List<X509Certificate> certificates(Path file) throws IOException, ReleaseRefusal {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) certificate);
            }
            return certificates;
        } catch (CertificateException broken) {
            throw new ReleaseRefusal(file + " has no certificates in PEM form", broken);
        }
    }

    private static byte[] sign(CodeSigningKey key, byte[] document, TimeStampAuthority clock) throws ReleaseRefusal {
        try {
            return key.sign(document, clock);
        } catch (SigningException | TimeStampUnavailableException failed) {
            throw new ReleaseRefusal(failed.getMessage() + "", failed);
        }
    }

    private static URI address(Arguments arguments) throws ReleaseUsage {
        String text = arguments.required("--time-stamps");
        try {
            URI address = new URI(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException said) {
            // below
        }
        throw arguments.usage("--time-stamps is the http: or https: address of a time-stamping authority");
    }

    private static TargetInfo store(Draft draft, String path, byte[] bytes) throws IOException {
        TargetInfo info = TargetInfo.of(bytes);
        PublicFiles.replace(info.in(draft.targets(), path), bytes);
        return info;
    }

    private static TargetInfo store(Draft draft, String path, Path file) throws IOException, ReleaseRefusal {
        TargetInfo info = TargetInfo.of(file);
        PublicFiles.copyNew(file, info.in(draft.targets(), path));
        return info;
    }

    private static void put(
            Draft draft, String role, Map<String, TargetInfo> files, WorkFolder work, Release.Situation situation)
            throws IOException, ReleaseRefusal {
        JsonObject changed = draft.next(role, work.settings().expiry(role, situation.now()));
        JsonObject targets = changed.getAsJsonObject("targets");
        files.forEach((path, info) -> targets.add(path, info.toJson()));
        draft.change(role, changed);
        // Of a feature that was added to this draft before, the files that nothing names any more.
        SortedMap<String, TargetInfo> added = draft.added();
        Set<Path> needed = new java.util.TreeSet<>();
        added.forEach((path, info) -> needed.add(info.in(draft.targets(), path)));
        for (Path file : Folders.files(draft.targets())) {
            if (!needed.contains(file)) {
                Files.delete(file);
            }
        }
    }
}
