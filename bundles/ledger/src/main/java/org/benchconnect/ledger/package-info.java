/** The audit log: records in one file, a Merkle tree over them (RFC 6962), heads signed by this device. */
@NullMarked
package org.benchconnect.ledger;

import org.jspecify.annotations.NullMarked;
