/**
 * What people here were asked and answered, and what follows from it: rights are what a signed grant says <em>and</em> an unbroken consent in the ledger says.
 * Rules are pure functions; around them a shell with the neighbours as ports. Part of the consent bundle, exported to nobody; others use
 * {@link org.benchconnect.core.consent.Consents}.
 */
@NullMarked
package org.benchconnect.consent.grant;

import org.jspecify.annotations.NullMarked;
