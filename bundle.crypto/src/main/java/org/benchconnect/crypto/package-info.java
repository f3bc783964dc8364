/**
 * The hardened TLS client: whom this agent trusts, and how. Its authorities are those of the vendor profile's file and never
 * the JDK's. Nothing about revocation is fetched:
 * what counts is what the server staples and the lists of a file.
 */
@NullMarked
package org.benchconnect.crypto;

import org.jspecify.annotations.NullMarked;
