package org.benchconnect.core.ledger;

import java.time.Instant;

/**
 * A signed head of the tree (RFC 6962, section 2.1): says what the first entries were. Kept elsewhere, it is the witness that none of them
 * was cut off.
 *
 * @param ledger the identity of the ledger, 32 hexadecimal digits
 * @param size how many entries it speaks of
 * @param root the root hash over them, 64 hexadecimal digits
 * @param time when it was signed
 * @param signature Ed25519 of this device, in Base64
 */
public record Head(String ledger, long size, String root, Instant time, String signature) {}
