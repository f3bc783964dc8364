/**
 * Changes which modules this PC has: stages a complete generation beside the one that runs, signs its list with the device's key,
 * moves the pointer, and has the launcher switch. It decides nothing and vouches for nothing: who calls it has a person's consent, and the launcher verifies
 * the signature and every byte again. {@link org.benchconnect.upgrade.generation.NextList} is the pure part.
 */
@NullMarked
package org.benchconnect.upgrade.generation;

import org.jspecify.annotations.NullMarked;
