/** What tests of other modules make on the spot: an authority, with everything that a real one would never issue, and the identity of a device. */
@NullMarked
package org.benchconnect.crypto.testing;

import org.jspecify.annotations.NullMarked;
