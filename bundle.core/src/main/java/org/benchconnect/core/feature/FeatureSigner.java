package org.benchconnect.core.feature;

import java.time.Instant;

/**
 * Who signed a feature document, and when: verified.
 *
 * @param organisation of the signing certificate, the one that the vendor profile names
 * @param name the certificate's common name
 * @param signedAt by the time-stamping authority
 */
public record FeatureSigner(String organisation, String name, Instant signedAt) {}
