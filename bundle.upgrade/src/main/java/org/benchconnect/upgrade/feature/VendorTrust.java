package org.benchconnect.upgrade.feature;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.crypto.signature.CodeSigners;
import org.benchconnect.crypto.signature.SigningPolicyRefusedException;
import org.benchconnect.upgrade.repository.VendorProfile;
import org.benchconnect.upgrade.repository.VendorProfileException;
import org.benchconnect.upgrade.tuf.TrustedReleases;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/**
 * The vendor of an installation, looked at as a whole: its files, its root metadata, its policy for code signatures. An expired
 * root will do: newer ones may follow it.
 *
 * @param profile its files
 * @param signers who may sign features
 */
record VendorTrust(VendorProfile profile, CodeSigners signers) {
    /**
     * Reads it; empty if the installation has none.
     *
     * @throws FeatureRefusedException {@link RefusedFor#NO_VENDOR} if it is not complete and right
     */
    static Optional<VendorTrust> read(Path installation) throws FeatureRefusedException {
        try {
            Optional<VendorProfile> profile = VendorProfile.read(installation);
            if (profile.isEmpty()) {
                return Optional.empty();
            }
            VendorProfile vendor = profile.get();
            TrustedReleases.load(vendor.rootOfTrust(), Instant.EPOCH);
            return Optional.of(new VendorTrust(
                    vendor,
                    CodeSigners.of(
                            vendor.codeSigning(), vendor.timeStamping(), vendor.organisation(), vendor.revocations())));
        } catch (VendorProfileException | SigningPolicyRefusedException e) {
            throw new FeatureRefusedException(RefusedFor.NO_VENDOR, String.valueOf(e.getMessage()), e);
        } catch (UntrustedMetadataException e) {
            throw new FeatureRefusedException(
                    RefusedFor.NO_VENDOR,
                    "vendor/root.json of this installation is no root of trust: " + e.getMessage(),
                    e);
        }
    }

    /** In short, for people. */
    static TrustedVendor summary(Path installation) {
        try {
            return read(installation)
                    .map(vendor -> new TrustedVendor(
                            TrustedVendor.State.TRUSTED, vendor.profile().organisation()))
                    .orElseGet(() -> new TrustedVendor(TrustedVendor.State.MISSING, ""));
        } catch (FeatureRefusedException e) {
            return new TrustedVendor(TrustedVendor.State.UNUSABLE, "");
        }
    }
}
