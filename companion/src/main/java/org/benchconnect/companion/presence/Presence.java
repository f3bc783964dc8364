package org.benchconnect.companion.presence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Asks logind on the system bus how this session is, and the screen saver on the session bus whether it covers the screen. Whatever does not answer is unknown, and
 * an unknown session keeps no permission. For one thread; a call may take seconds when a bus hangs, which counts as silence.
 */
public final class Presence implements AutoCloseable {
    private static final String SYSTEM_BUS = "/run/dbus/system_bus_socket";

    private final Map<String, String> environment;
    private final Optional<String> sessionBus;
    private @Nullable DBusConnection system;
    private @Nullable DBusConnection session;
    private @Nullable Properties login;
    private @Nullable ScreenSaver saver;
    /** A desktop without a screen saver on the bus is asked once. */
    private boolean saverLooked;

    /**
     * Of a session.
     *
     * @param environment {@code DBUS_SYSTEM_BUS_ADDRESS} and {@code XDG_SESSION_ID}, as the session has them
     * @param sessionBus the address of the session bus, a Unix socket; empty if there is none
     */
    public Presence(Map<String, String> environment, Optional<String> sessionBus) {
        this.environment = environment;
        this.sessionBus = sessionBus;
    }

    /** How it is now. */
    public DesktopState state() {
        try {
            DesktopState state = state(login().GetAll(LoginManager.SESSION));
            return state == DesktopState.AT_THE_SCREEN && isCovered() ? DesktopState.LOCKED : state;
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            close();
            return DesktopState.UNKNOWN; // no system bus, no logind, or none of its sessions
        }
    }

    /** What logind's properties say. A session that says too little is unknown. */
    static DesktopState state(Map<String, Variant<?>> session) {
        Boolean remote = truth(session, "Remote");
        Boolean active = truth(session, "Active");
        Boolean locked = truth(session, "LockedHint");
        if (remote == null || active == null || locked == null) {
            return DesktopState.UNKNOWN;
        }
        if (remote) {
            return DesktopState.REMOTE;
        }
        Variant<?> state = session.get("State");
        if (!active || state != null && "closing".equals(state.getValue())) {
            return DesktopState.AWAY;
        }
        return locked ? DesktopState.LOCKED : DesktopState.AT_THE_SCREEN;
    }

    private static @Nullable Boolean truth(Map<String, Variant<?>> session, String name) {
        Variant<?> value = session.get(name);
        return value != null && value.getValue() instanceof Boolean truth ? truth : null;
    }

    private Properties login() throws DBusException {
        Properties known = login;
        DBusConnection connected = system;
        if (known != null && connected != null && connected.isConnected()) {
            return known;
        }
        close();
        DBusConnection bus =
                DBusConnectionBuilder.forAddress(systemBus()).withShared(false).build();
        system = bus;
        LoginManager manager = bus.getRemoteObject(LoginManager.NAME, LoginManager.PATH, LoginManager.class);
        String path = manager.GetSession(environment.getOrDefault("XDG_SESSION_ID", "auto"))
                .getPath();
        Properties found = bus.getRemoteObject(LoginManager.NAME, path, Properties.class);
        login = found;
        return found;
    }

    /** A Unix socket with a path only, never TCP. */
    private String systemBus() throws DBusException {
        for (String address :
                environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", "").split(";")) {
            if (address.startsWith("unix:path=/")) {
                return address;
            }
        }
        if (!Files.exists(Path.of(SYSTEM_BUS))) {
            throw new DBusException("there is no system bus");
        }
        return "unix:path=" + SYSTEM_BUS;
    }

    /** No screen saver on the bus covers nothing: logind's own word stands then. */
    private boolean isCovered() {
        try {
            if (!saverLooked && sessionBus.isPresent()) {
                saverLooked = true;
                DBusConnection bus = DBusConnectionBuilder.forAddress(sessionBus.get())
                        .withShared(false)
                        .build();
                session = bus;
                saver = bus.getRemoteObject(ScreenSaver.NAME, ScreenSaver.PATH, ScreenSaver.class);
            }
            return saver != null && saver.GetActive();
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            saver = null;
            return false;
        }
    }

    /** Leaves both buses; the next question connects again. */
    @Override
    public void close() {
        if (system != null) {
            system.disconnect();
        }
        if (session != null) {
            session.disconnect();
        }
        system = session = null;
        login = null;
        saver = null;
        saverLooked = false;
    }
}
