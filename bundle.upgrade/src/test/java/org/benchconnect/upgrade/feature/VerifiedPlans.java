package org.benchconnect.upgrade.feature;

/** The door through which tests of another package come to a feature that counts as verified. */
public final class VerifiedPlans {
    private VerifiedPlans() {}

    /** As if its signer had been verified. */
    public static SignedDocument signed(FeatureDocument document) {
        return new SignedDocument(document, document.toJson(), new byte[] {1, 2, 3});
    }
}
