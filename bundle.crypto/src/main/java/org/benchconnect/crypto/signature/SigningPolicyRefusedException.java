package org.benchconnect.crypto.signature;

/** What is pinned cannot be a policy: no authority, one that is not an authority, or no organisation. Nobody is trusted then. */
public final class SigningPolicyRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    SigningPolicyRefusedException(String message) {
        super(message);
    }
}
