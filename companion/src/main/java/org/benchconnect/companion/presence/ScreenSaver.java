package org.benchconnect.companion.presence;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** The screen saver of the desktop, on the session bus: some desktops lock without a word to logind. */
@DBusInterfaceName("org.freedesktop.ScreenSaver")
public interface ScreenSaver extends DBusInterface {
    /** The name on the session bus. */
    String NAME = "org.freedesktop.ScreenSaver";
    /** Its object. */
    String PATH = "/org/freedesktop/ScreenSaver";

    /** Whether it covers the screen. */
    boolean GetActive();
}
