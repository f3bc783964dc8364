package org.benchconnect.companion.presence;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** org.freedesktop.login1(5), the manager. Public, since the bus library makes its proxy; nobody else implements it but tests. */
@DBusInterfaceName("org.freedesktop.login1.Manager")
public interface LoginManager extends DBusInterface {
    /** The name on the system bus. */
    String NAME = "org.freedesktop.login1";
    /** Its object. */
    String PATH = "/org/freedesktop/login1";
    /** The interface of a session, whose properties are read. */
    String SESSION = "org.freedesktop.login1.Session";

    /** The object of a session by its number; {@code auto}: the caller's, or the one of the user's display. */
    DBusPath GetSession(String id);
}
