package org.benchconnect.consent.grant;

import java.util.Set;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.feature.Privilege;
import org.osgi.framework.Version;

/** Whether what runs now keeps the consent to what ran before. Pure. */
final class Renewal {
    private Renewal() {}

    /**
     * A newer version keeps it only if the person said so, and never for a privilege more. The same version with other bytes is no newer one.
     *
     * @param version of the feature that is here now
     * @param privileges that it asks for
     */
    static boolean keeps(Consent consent, String version, Set<Privilege> privileges) {
        return consent.newerVersions()
                && isNewer(version, consent.version())
                && consent.privileges().containsAll(privileges);
    }

    /** By OSGi's order; what is no version is never newer. */
    static boolean isNewer(String version, String than) {
        try {
            return Version.parseVersion(version).compareTo(Version.parseVersion(than)) > 0;
        } catch (IllegalArgumentException noVersion) {
            return false;
        }
    }
}
