package org.benchconnect.host.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * A file with certificates.
 *
 * @param role whose
 * @param number its place among those of its role, from 1
 * @param expiry when the first of them ends; empty if the file cannot be read as certificates
 */
public record CertificateFile(Role role, int number, Optional<Instant> expiry) {
    /** Whose certificates. */
    public enum Role {
        /** This device's own. */
        DEVICE_CERTIFICATE,
        /** Those of the authorities of the vendor's profile. */
        AUTHORITY_CERTIFICATE,
        /** Those that the settings name. */
        NAMED_CERTIFICATE
    }
}
