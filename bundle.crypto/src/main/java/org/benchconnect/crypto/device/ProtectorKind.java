package org.benchconnect.crypto.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can protect the device key on a PC, and how well. */
public enum ProtectorKind {
    /** A trusted platform module, version 2, by tpm2-tools on Linux. */
    TPM2(Protection.HARDWARE),
    /** A token with a PKCS#11 library, in which an AES key lies that never leaves it. */
    PKCS11(Protection.HARDWARE),
    /** Windows' data protection for the service account. */
    DPAPI(Protection.OPERATING_SYSTEM),
    /** A passphrase that a person gives at each start. */
    PASSPHRASE(Protection.PASSPHRASE),
    /** A file of rights 0600. */
    FILE(Protection.NOT_PROTECTED);

    private final Protection protection;

    ProtectorKind(Protection protection) {
        this.protection = protection;
    }

    /** What it takes to carry a key away. */
    public Protection protection() {
        return protection;
    }

    /** As settings and key file write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The opposite of {@link #word()}. */
    static Optional<ProtectorKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
