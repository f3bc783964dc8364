/** What the companion does on a desktop, without one. */
@NullMarked
package org.benchconnect.companion.desktop;

import org.jspecify.annotations.NullMarked;
