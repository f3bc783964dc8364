package org.benchconnect.crypto.supporter;

/**
 * A certificate with a path to an authority. Only {@link SupporterChains} makes them.
 *
 * @param name its common name, as it can be shown
 * @param organisation the same
 * @param digest SHA-256 over its DER, 64 hexadecimal digits
 */
record ProvenCertificate(String name, String organisation, String digest) {}
