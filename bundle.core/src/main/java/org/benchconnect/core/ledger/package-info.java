/**
 * The audit log: what happened here that raised or lowered rights, kept so that the laboratory can prove it without the vendor. The
 * ledger bundle provides {@link org.benchconnect.core.ledger.Ledger}; everybody who raises or lowers something writes into it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.benchconnect.core.ledger;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
