/**
 * Permissions within one remote session: a click here, in the ledger before it is in force, checked at every use, ended by itself. Part of the
 * consent bundle, exported to nobody; others use {@link org.benchconnect.core.session.Leases}.
 */
@NullMarked
package org.benchconnect.consent.lease;

import org.jspecify.annotations.NullMarked;
