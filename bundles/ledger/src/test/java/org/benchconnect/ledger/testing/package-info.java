/** For tests. */
@NullMarked
package org.benchconnect.ledger.testing;

import org.jspecify.annotations.NullMarked;
