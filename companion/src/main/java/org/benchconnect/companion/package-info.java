/**
 * The companion: what the agent has to say, in the desktop session of the person at the instrument. A service has no desktop; this small program of the user's has
 * one. It reads the local API, shows desktop alerts and a tray icon, sounds for a fault, acknowledges, opens the page, has the banner with Stop while a remote support session runs, and can do nothing else: whatever
 * raises rights stays on the page with a person's PIN (R-60: it never takes the focus).
 */
@NullMarked
package org.benchconnect.companion;

import org.jspecify.annotations.NullMarked;
