/** Tests of the ledger over storages in memory. */
@NullMarked
package org.benchconnect.ledger;

import org.jspecify.annotations.NullMarked;
