package org.benchconnect.ledger;

/** The device's key, as far as a ledger needs it. */
public interface Signer {
    /** Ed25519, 32 bytes. */
    byte[] publicKey();

    /** Ed25519, 64 bytes, over a head's message for the purpose {@code ledger.head}. */
    byte[] sign(byte[] message);
}
