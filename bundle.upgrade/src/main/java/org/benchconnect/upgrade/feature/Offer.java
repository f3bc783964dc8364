package org.benchconnect.upgrade.feature;

import org.benchconnect.upgrade.tuf.Target;

/**
 * A feature document of a repository: its bytes are the ones that the repository's metadata names, and no more is known.
 *
 * @param document what it says
 * @param bytes what is signed
 * @param target where it stands, and which role vouches for it
 */
record Offer(FeatureDocument document, byte[] bytes, Target target) {
    private static final String TARGETS = "targets";

    /** Whether a delegated vendor vouches for it, not the vendor of this installation. */
    boolean isForeign() {
        return isForeign(target);
    }

    static boolean isForeign(Target target) {
        return !target.role().equals(TARGETS);
    }

    String name() {
        return document.id().name();
    }

    long counter() {
        return document.terms().counter();
    }
}
