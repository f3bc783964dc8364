package org.benchconnect.teamviewerbridge.rules;

import java.util.Optional;
import org.benchconnect.crypto.supporter.AdmittedSupporter;

/**
 * What is known of who came.
 *
 * @param string the authentication string of the connection
 * @param supporter after the certificate counted; a practice has none
 * @param wrong how many passwords were wrong
 * @param compared whether the person here said that both strings are the same
 */
public record Guest(Optional<String> string, Optional<AdmittedSupporter> supporter, int wrong, boolean compared) {
    /** Nothing is known. */
    static final Guest UNKNOWN = new Guest(Optional.empty(), Optional.empty(), 0, false);

    Guest shows(String digits) {
        return new Guest(Optional.of(digits), supporter, wrong, compared);
    }

    Guest is(AdmittedSupporter who) {
        return new Guest(string, Optional.of(who), wrong, compared);
    }

    Guest wrongPassword() {
        return new Guest(string, supporter, wrong + 1, compared);
    }

    Guest sameString() {
        return new Guest(string, supporter, wrong, true);
    }
}
