package org.benchconnect.upgrade.feature;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.feature.FeatureSigner;

/**
 * A feature whose document, signer and modules were all verified: to hold one is the proof. It is no permission to install it.
 */
final class VerifiedFeature {
    private final SignedDocument signed;
    private final FeatureSigner signer;
    private final Map<String, ModuleManifest> manifests;

    /** For {@code FeatureVerification} alone. */
    VerifiedFeature(SignedDocument signed, FeatureSigner signer, Map<String, ModuleManifest> manifests) {
        this.signed = signed;
        this.signer = signer;
        this.manifests = Map.copyOf(manifests);
        if (!manifests
                .keySet()
                .containsAll(signed.document().modules().stream()
                        .map(FeatureModule::sha256)
                        .toList())) {
            throw new IllegalArgumentException("a feature is verified when all its modules are");
        }
    }

    FeatureDocument document() {
        return signed.document();
    }

    /** The document as it was signed. */
    SignedDocument signed() {
        return signed;
    }

    FeatureSigner signer() {
        return signer;
    }

    /** What the modules say about themselves, in the document's order. */
    List<ModuleManifest> modules() {
        return document().modules().stream().map(this::manifest).toList();
    }

    /** What one of its modules says about itself. */
    ModuleManifest manifest(FeatureModule module) {
        return Objects.requireNonNull(manifests.get(module.sha256()));
    }
}
