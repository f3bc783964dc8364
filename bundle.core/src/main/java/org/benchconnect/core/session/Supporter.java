package org.benchconnect.core.session;

import java.time.LocalDate;

/**
 * Who visits, as an authority certified and the list of supporters says. Every text of it is foreign: shown to the person, never logged.
 *
 * @param name from the certificate, 1 to 80 characters
 * @param organisation from the certificate, 1 to 80 characters
 * @param certificate the SHA-256 of the certificate, 64 hexadecimal digits: this goes into the ledger
 * @param trainedUntil until when the training in the privacy rules of this region counts
 * @param region the region that admitted them, a token of the vendor profile
 */
public record Supporter(String name, String organisation, String certificate, LocalDate trainedUntil, String region) {
    /** The longest name. In characters. */
    public static final int LONGEST = 80;

    /** Refuses what cannot be shown. */
    public Supporter {
        if (name.isBlank() || name.length() > LONGEST || organisation.isBlank() || organisation.length() > LONGEST) {
            throw new IllegalArgumentException("a supporter has a name and an organisation of 1 to 80 characters");
        }
        if (!certificate.matches("[0-9a-f]{64}") || !region.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("no digest, or no region");
        }
    }

    @Override
    public String toString() {
        return "supporter " + certificate.substring(0, 16); // a person's name stays out of logs
    }
}
