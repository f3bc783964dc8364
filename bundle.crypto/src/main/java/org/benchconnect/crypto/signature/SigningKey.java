package org.benchconnect.crypto.signature;

import org.osgi.annotation.versioning.ProviderType;

/** A private key of release metadata, in memory or in a token. The vendor has it, no agent. Safe for any thread. */
@ProviderType
public interface SigningKey {
    /** How it signs. */
    Scheme scheme();

    /** The public half as {@link VerificationKey#of} takes it. */
    byte[] publicKey();

    /**
     * Signs; blocks as long as a token needs.
     *
     * @return a signature that {@link VerificationKey#verifies} has already accepted
     * @throws SigningException if the token refuses, or computed something else
     */
    byte[] sign(byte[] message) throws SigningException;
}
