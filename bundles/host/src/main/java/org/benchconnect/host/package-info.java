/** Checks of the PC itself. */
@NullMarked
package org.benchconnect.host;

import org.jspecify.annotations.NullMarked;
