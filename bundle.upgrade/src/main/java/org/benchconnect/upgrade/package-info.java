/**
 * The upgrade utility. It knows which generation runs and whether another one waits for a restart; fetching,
 * verifying and switching are the launcher's and a later part of this bundle.
 */
@NullMarked
package org.benchconnect.upgrade;

import org.jspecify.annotations.NullMarked;
