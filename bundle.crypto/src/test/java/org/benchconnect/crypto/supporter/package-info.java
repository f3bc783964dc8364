/** Attacks on who may help, and what must hold for everybody who may. */
@NullMarked
package org.benchconnect.crypto.supporter;

import org.jspecify.annotations.NullMarked;
