/**
 * The user's desktop: notification bubbles over the session bus, the tray icon with its menu, the browser. Nothing here makes a window of its own, so nothing can take
 * the focus from the software of an instrument that acquires.
 */
@NullMarked
package org.benchconnect.companion.desktop;

import org.jspecify.annotations.NullMarked;
