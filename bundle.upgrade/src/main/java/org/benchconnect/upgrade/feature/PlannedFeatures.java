package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.jspecify.annotations.Nullable;

/** The verified features of the plans made since the agent started: what a person's consent can be about. Safe for any thread. */
final class PlannedFeatures {
    private static final int MOST = 20;

    private final ThisPc pc;
    private final Map<String, VerifiedFeature> byDigest = new LinkedHashMap<>();
    private Map<String, VerifiedFeature> upgrade = Map.of();

    PlannedFeatures(ThisPc pc) {
        this.pc = pc;
    }

    /** Keeps it; of more than {@value #MOST} the oldest goes. */
    synchronized void keep(VerifiedFeature feature) {
        String digest = feature.signed().digest();
        byDigest.remove(digest);
        byDigest.put(digest, feature);
        if (byDigest.size() > MOST) {
            byDigest.remove(byDigest.keySet().iterator().next());
        }
    }

    /** Keeps those of the newest plan of an upgrade, however many and however long, until there is another one. */
    synchronized void keepUpgrade(List<VerifiedFeature> features) {
        upgrade = features.stream()
                .collect(
                        Collectors.toUnmodifiableMap(feature -> feature.signed().digest(), Function.identity()));
    }

    /** It, if it is still what was planned and may still be installed here. */
    SignedDocument get(String digest) throws FeatureRefusedException {
        VerifiedFeature feature = known(digest);
        FeatureDocument document = feature.document();
        try {
            String name = document.id().name();
            ReleaseRules.notOlder(
                    document,
                    new InstalledFeatures(pc.folders()).read().feature(name),
                    new FloorFile(pc.home()).read().of(name));
            ReleaseRules.models(document, pc.models().get());
            for (FeatureModule module : document.modules()) {
                check(module);
            }
            return feature.signed();
        } catch (IOException e) {
            throw SourceFault.of(e, "");
        }
    }

    private synchronized VerifiedFeature known(String digest) throws FeatureRefusedException {
        @Nullable VerifiedFeature feature = byDigest.containsKey(digest) ? byDigest.get(digest) : upgrade.get(digest);
        if (feature == null) {
            throw new FeatureRefusedException(
                    RefusedFor.STALE, "no feature was looked at with this document since the agent started");
        }
        return feature;
    }

    private void check(FeatureModule module) throws IOException, FeatureRefusedException {
        Path file = pc.home().resolve(FeatureLayout.module(module.sha256()));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || Files.size(file) != module.length()
                || !ModuleFile.sha256(file).equals(module.sha256())) {
            throw new FeatureRefusedException(
                    RefusedFor.STALE,
                    "the module " + module.symbolicName() + " is not on this disk any more as it was verified");
        }
    }
}
