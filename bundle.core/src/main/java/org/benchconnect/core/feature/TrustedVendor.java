package org.benchconnect.core.feature;

/**
 * Whose software this PC takes.
 *
 * @param state whether that is settled
 * @param organisation whose name the code-signing certificate must have; empty unless {@link State#TRUSTED}
 */
public record TrustedVendor(State state, String organisation) {
    /** Whether a vendor is trusted. */
    public enum State {
        /** The installation has a vendor's whole root of trust. */
        TRUSTED,
        /** It has none: nothing can be installed. */
        MISSING,
        /** It has one that is not complete and right: nothing can be installed. */
        UNUSABLE
    }
}
