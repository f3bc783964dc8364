package org.benchconnect.crypto.signature;

import java.time.Instant;

/** Who signed a document and when, verified: only {@link CodeSigners#verify} makes one. */
public final class CodeSigner {
    private final String organisation;
    private final String name;
    private final Instant signedAt;

    CodeSigner(String organisation, String name, Instant signedAt) {
        this.organisation = organisation;
        this.name = name;
        this.signedAt = signedAt;
    }

    /** The pinned organisation. */
    public String organisation() {
        return organisation;
    }

    /** The common name in the certificate, or the organisation if there is none; as the authority wrote it. */
    public String name() {
        return name;
    }

    /** The time of the time stamp: the signature existed then. */
    public Instant signedAt() {
        return signedAt;
    }

    @Override
    public String toString() {
        return organisation + ", " + name + ", " + signedAt;
    }
}
