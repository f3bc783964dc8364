package org.benchconnect.crypto.signature;

/** The checked numbers of a key, and the arithmetic on them. */
interface KeyMaterial {
    /** The longest that any scheme has, in bytes: RSA with 8192 bits. */
    int MAX_SIGNATURE = 1024;

    /** Whether the signature is right. Never throws. */
    boolean verifies(byte[] message, byte[] signature);
}
