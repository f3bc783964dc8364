/** Tests of the form of a ledger and of what is proven by one. */
@NullMarked
package org.benchconnect.ledger.format;

import org.jspecify.annotations.NullMarked;
