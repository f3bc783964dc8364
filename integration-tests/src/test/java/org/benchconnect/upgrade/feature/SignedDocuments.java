package org.benchconnect.upgrade.feature;

/** Documents that count as verified. In this package, because that is who may make them. */
public final class SignedDocuments {
    private SignedDocuments() {}

    /** As if its signer had been verified: what is tested is what comes after that. */
    public static SignedDocument of(FeatureDocument document) {
        return new SignedDocument(document, document.toJson(), new byte[] {1, 2, 3});
    }
}
