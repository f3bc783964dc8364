/**
 * Where releases come from and where they land. Three sources speak the same language: a web server, a folder, a zip file on
 * a USB stick; each counts every byte, waits for nobody without end, and follows nothing out of itself. Nothing here
 * decides whether a byte is genuine: that is {@code org.benchconnect.upgrade.tuf}. Around them the trust folder, the modules
 * folder, the time that never goes back, the vendor's profile and the administrator's offline window.
 */
@NullMarked
package org.benchconnect.upgrade.repository;

import org.jspecify.annotations.NullMarked;
