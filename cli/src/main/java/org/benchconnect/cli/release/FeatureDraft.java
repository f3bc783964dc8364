package org.benchconnect.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.MalformedFeatureException;
import org.benchconnect.upgrade.feature.MalformedModuleException;
import org.benchconnect.upgrade.feature.ModuleFile;
import org.benchconnect.upgrade.feature.ReleaseTerms;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * A feature document made of its author's description and jars. In the description {@code bundles} is empty or absent: these follow from
 * the jars, which start in the order in which they are given. A document that a build has completed already is taken byte for byte, with
 * those of the jars that it names: a build's folder has jars of several features.
 *
 * @param bytes of the document, which are signed
 * @param jars by digest
 */
record FeatureDraft(FeatureDocument document, byte[] bytes, Map<String, Path> jars) {
    private static final String BUNDLES = "bundles";

    /** @param platform the least version of the installer's part that the release needs; empty for what the description says */
    static FeatureDraft of(Path description, List<Path> jars, Optional<String> platform)
            throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(description) || Files.size(description) > FeatureDocument.MAX_BYTES) {
            throw new ReleaseRefusal("there is no description " + description);
        }
        JsonArray bundles = new JsonArray();
        Map<String, Path> byDigest = new LinkedHashMap<>();
        for (Path jar : jars) {
            FeatureModule module = module(jar, bundles.size() + 1);
            bundles.add(json(module));
            byDigest.put(module.sha256(), jar);
        }
        try {
            byte[] source = Files.readAllBytes(description);
            JsonObject json = StrictJson.parseObject(source);
            boolean complete = json.has(BUNDLES) && !json.get(BUNDLES).equals(new JsonArray());
            if (!complete) {
                json.add(BUNDLES, bundles);
                platform.ifPresent(version -> need(json, version));
                source = FeatureDocument.read(json.toString().getBytes(StandardCharsets.UTF_8))
                        .toJson();
            }
            FeatureDocument document = FeatureDocument.read(source);
            if (platform.isPresent()
                    && !document.terms().platform().map(String::valueOf).equals(platform)) {
                throw new ReleaseRefusal(description + " is complete already and needs "
                        + document.terms().platform().map(String::valueOf).orElse("no certain")
                        + " platform; --platform is for descriptions that the jars complete");
            }
            Set<String> named =
                    document.modules().stream().map(FeatureModule::sha256).collect(Collectors.toSet());
            if (!byDigest.keySet().containsAll(named)) {
                throw new ReleaseRefusal("these jars are not the modules that " + description + " names");
            }
            byDigest.keySet().retainAll(named);
            return new FeatureDraft(document, source, byDigest);
        } catch (StrictJsonException | MalformedFeatureException broken) {
            throw new ReleaseRefusal(description + ": " + broken.getMessage(), broken);
        }
    }

    /** Where the terms are; a description without them is refused when it is read. */
    private static void need(JsonObject description, String platform) {
        JsonElement at = description;
        for (String key : List.of("extensions", ReleaseTerms.EXTENSION, "json")) {
            at = at instanceof JsonObject object && object.has(key) ? object.get(key) : new JsonObject();
        }
        if (at instanceof JsonObject terms) {
            JsonObject least = new JsonObject();
            least.addProperty("version", platform);
            terms.add("platform", least);
        }
    }

    private static FeatureModule module(Path jar, int position) throws IOException, ReleaseRefusal {
        if (!Files.isRegularFile(jar)) {
            throw new ReleaseRefusal("there is no jar " + jar);
        }
        try {
            return ModuleFile.describe(jar, position);
        } catch (MalformedModuleException no) {
            throw new ReleaseRefusal(jar + " is no module that a PC would take: " + no.getMessage(), no);
        }
    }

    private static JsonObject json(FeatureModule module) {
        JsonObject bundle = new JsonObject();
        bundle.addProperty("id", module.id());
        bundle.addProperty("symbolic-name", module.symbolicName());
        bundle.addProperty("sha256", module.sha256());
        bundle.addProperty("length", module.length());
        bundle.addProperty("start-order", module.startOrder());
        return bundle;
    }

    /** The jars by their paths in the repository; a plugin vendor's modules have a folder of their own. */
    Map<String, Path> modules(String role) {
        Map<String, Path> byPath = new LinkedHashMap<>();
        jars.forEach((digest, jar) -> byPath.put(modulePath(role, digest), jar));
        return byPath;
    }

    static String modulePath(String role, String digest) {
        String path = FeatureLayout.module(digest);
        return role.equals(Roles.TARGETS)
                ? path
                : FeatureLayout.MODULES + role + "/" + path.substring(FeatureLayout.MODULES.length());
    }
}
