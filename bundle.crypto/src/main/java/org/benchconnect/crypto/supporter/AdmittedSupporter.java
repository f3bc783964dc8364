package org.benchconnect.crypto.supporter;

import org.benchconnect.core.session.Supporter;

/**
 * A supporter who was admitted: to hold one is the proof, as only {@link SupporterPolicy#admit} makes them. It proves nothing of the password, and nothing of a
 * later moment than that of the decision. Immutable.
 */
public final class AdmittedSupporter {
    private final Supporter supporter;

    AdmittedSupporter(Supporter supporter) {
        this.supporter = supporter;
    }

    /** Who. */
    public Supporter supporter() {
        return supporter;
    }

    @Override
    public String toString() {
        return supporter.toString();
    }
}
