/** Tests of the upgrade utility. */
@NullMarked
package org.benchconnect.upgrade;

import org.jspecify.annotations.NullMarked;
