package org.benchconnect.upgrade.feature;

import org.benchconnect.core.signal.FactName;

/** What the parts here report about themselves. */
enum ReleaseStatus {
    /** The base release that runs is signed by the vendor. */
    BASE_RELEASE_SIGNED,
    /** It has no signature: a development build. */
    BASE_RELEASE_DEVELOPMENT,
    /** It has a signature that does not count. */
    BASE_RELEASE_REFUSED,
    /** It has a signature, and no vendor's root of trust is here to judge it by. */
    BASE_RELEASE_UNJUDGED,
    /** What runs is not the base release of the installation. */
    BASE_RELEASE_OTHER;

    /** The facts. */
    enum Fact implements FactName {
        /** Of the base release. */
        VERSION,
        /** Its release counter. */
        COUNTER,
        /** How many features are installed besides it. */
        FEATURES
    }
}
