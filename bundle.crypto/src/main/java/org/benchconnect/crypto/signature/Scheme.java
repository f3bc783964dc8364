package org.benchconnect.crypto.signature;

import java.util.Arrays;
import java.util.Optional;

/** How release metadata is signed. There are these three and no other. */
public enum Scheme {
    /** RSASSA-PSS of RFC 8017 with SHA-256, MGF1 with SHA-256 and a salt of exactly 32 bytes. */
    RSASSA_PSS_SHA256("rsassa-pss-sha256"),
    /** Ed25519 of RFC 8032, the pure variant without context. */
    ED25519("ed25519"),
    /** ECDSA over P-256 with SHA-256; the signature is a DER sequence of two integers. */
    ECDSA_SHA2_NISTP256("ecdsa-sha2-nistp256");

    private final String tufName;

    Scheme(String tufName) {
        this.tufName = tufName;
    }

    /** Its name in the metadata of The Update Framework 1.0.34, section 4.2.1. */
    public String tufName() {
        return tufName;
    }

    /** The scheme of that name, exactly; empty for any other. */
    public static Optional<Scheme> ofTufName(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.tufName.equals(name))
                .findFirst();
    }
}
