/** An authority that tests make on the spot, with everything that a real one would never issue. */
@NullMarked
package org.benchconnect.crypto.testing;

import org.jspecify.annotations.NullMarked;
