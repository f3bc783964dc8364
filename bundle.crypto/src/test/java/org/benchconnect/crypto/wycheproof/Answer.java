package org.benchconnect.crypto.wycheproof;

import java.security.MessageDigest;

/** What the product says to a vector. */
public enum Answer {
    /** Taken, with the expected output where there is one. */
    ACCEPTED,
    /** Not taken. */
    REFUSED,
    /** Taken, with another output than expected: never right. */
    WRONG_OUTPUT,
    /** An algorithm, a parameter or an encoding that the product does not use. */
    NOT_SUPPORTED;

    /** Accepted or wrong, by the output. */
    static Answer of(byte[] expected, byte[] computed) {
        return MessageDigest.isEqual(expected, computed) ? ACCEPTED : WRONG_OUTPUT;
    }
}
