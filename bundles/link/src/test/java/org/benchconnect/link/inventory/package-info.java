/** The data inventory: that it is enforced, and that its document is what is enforced. */
@NullMarked
package org.benchconnect.link.inventory;

import org.jspecify.annotations.NullMarked;
