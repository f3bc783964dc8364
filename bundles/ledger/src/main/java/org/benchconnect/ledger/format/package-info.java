/**
 * The form of a ledger file, version 1, and what is proven by one: bytes in, verdict out. No network, no clock, no key but the public one; runs on a
 * plain class path. {@code docs/audit.md} specifies it for other implementations.
 */
@NullMarked
package org.benchconnect.ledger.format;

import org.jspecify.annotations.NullMarked;
