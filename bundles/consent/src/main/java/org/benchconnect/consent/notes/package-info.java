/** What lowered rights and must still get into the ledger. Part of the consent bundle, exported to nobody. */
@NullMarked
package org.benchconnect.consent.notes;

import org.jspecify.annotations.NullMarked;
