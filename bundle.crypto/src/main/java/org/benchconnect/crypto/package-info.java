/**
 * The hardened TLS client: whom this agent trusts, and how. Its authorities are those of the vendor profile's file and never
 * the JDK's. Not checked: revocation, which needs a connection of its own.
 */
@NullMarked
package org.benchconnect.crypto;

import org.jspecify.annotations.NullMarked;
