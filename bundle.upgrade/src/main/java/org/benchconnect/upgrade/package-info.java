/**
 * The upgrade utility. It knows which generation runs and whether another one waits for a restart;
 * {@code feature} verifies what may come, {@code generation} stages it and has the launcher switch.
 */
@NullMarked
package org.benchconnect.upgrade;

import org.jspecify.annotations.NullMarked;
