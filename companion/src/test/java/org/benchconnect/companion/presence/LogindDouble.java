package org.benchconnect.companion.presence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** A logind on a bus of the test's own, whose one session is as a test says. */
public final class LogindDouble implements LoginManager, AutoCloseable {
    private static final String SESSION_PATH = "/org/freedesktop/login1/session/c7";

    private final DBusConnection bus;
    private final Map<String, Variant<?>> session = new ConcurrentHashMap<>();

    /** Serves the bus at this address. */
    public LogindDouble(String address) throws DBusException {
        bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        bus.exportObject(PATH, this);
        bus.exportObject(SESSION_PATH, new OneSession());
        is(true, false, false);
        bus.requestBusName(NAME);
    }

    /** From now on. */
    public void is(boolean active, boolean locked, boolean remote) {
        session.put("Active", new Variant<>(active));
        session.put("LockedHint", new Variant<>(locked));
        session.put("Remote", new Variant<>(remote));
        session.put("State", new Variant<>("active"));
    }

    /** It is logging off. */
    public void closes() {
        session.put("State", new Variant<>("closing"));
    }

    /** It does not say whether it is locked: a logind of long ago. */
    public void saysLittle() {
        session.remove("LockedHint");
    }

    @Override
    public DBusPath GetSession(String id) {
        return new DBusPath(SESSION_PATH);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        bus.disconnect();
    }

    /** Public, since the bus library calls it. */
    public final class OneSession implements Properties {
        @Override
        @SuppressWarnings("unchecked")
        public <A> A Get(String of, String name) {
            return (A) session.get(name);
        }

        @Override
        public <A> void Set(String of, String name, A value) {
            throw new UnsupportedOperationException("a test changes it");
        }

        @Override
        public Map<String, Variant<?>> GetAll(String of) {
            return of.equals(SESSION) ? Map.copyOf(session) : Map.of();
        }

        @Override
        public String getObjectPath() {
            return SESSION_PATH;
        }
    }
}
