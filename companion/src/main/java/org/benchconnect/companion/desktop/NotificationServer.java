package org.benchconnect.companion.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Desktop Notifications Specification 1.2, section 9: the D-Bus protocol. Public, since the bus library makes its proxy; nobody else implements it but tests. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface NotificationServer extends DBusInterface {
    /** The server's name on the session bus. */
    String NAME = "org.freedesktop.Notifications";
    /** Its one object. */
    String PATH = "/org/freedesktop/Notifications";

    /** Shows, or replaces; the number to close it by. */
    UInt32 Notify(
            String app,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int expireMillis);

    /** Takes one away. */
    void CloseNotification(UInt32 id);

    /** What the server can do: {@code actions}, {@code body-markup} and so on. */
    List<String> GetCapabilities();

    /** One is gone: 1 expired, 2 a person dismissed it, 3 closed by a call. */
    final class NotificationClosed extends DBusSignal {
        private final UInt32 id;

        /** For the bus library. */
        public NotificationClosed(String path, UInt32 id, UInt32 reason) throws DBusException {
            super(path, id, reason);
            this.id = id;
        }

        /** Which. */
        public long id() {
            return id.longValue();
        }
    }

    /** A person pressed a button of one. */
    final class ActionInvoked extends DBusSignal {
        private final UInt32 id;
        private final String action;

        /** For the bus library. */
        public ActionInvoked(String path, UInt32 id, String action) throws DBusException {
            super(path, id, action);
            this.id = id;
            this.action = action;
        }

        /** Which. */
        public long id() {
            return id.longValue();
        }

        /** The key of the button. */
        public String action() {
            return action;
        }
    }
}
