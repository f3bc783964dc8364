package org.benchconnect.companion.desktop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.companion.alerts.Severity;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/**
 * Bubbles of the desktop's own notification server, over the session bus. It draws them; we have no window. The connection is kept, since a server tells its buttons
 * to the sender alone; a lost one is opened again at the next bubble.
 */
public final class SessionBubbles implements Bubbles, AutoCloseable {
    private static final UInt32 NEW = new UInt32(0);
    /** The server decides how long; it keeps critical ones until a person closes them. */
    private static final int SERVERS_CHOICE = -1;

    private final String address;
    private final String app;
    private final String acknowledge;
    private final String open;
    private final Wishes wishes;
    /** The server's numbers by our keys. Guarded by this. */
    private final Map<Long, UInt32> shown = new HashMap<>();
    /** Guarded by this. */
    private @Nullable Connected connected;

    private record Connected(DBusConnection bus, NotificationServer server, Set<String> can) {}

    private SessionBubbles(String address, String app, String acknowledge, String open, Wishes wishes) {
        this.address = address;
        this.app = app;
        this.acknowledge = acknowledge;
        this.open = open;
        this.wishes = wishes;
    }

    /**
     * The bubbles of this session, where a notification server answers now.
     *
     * @param app our name, as the server shows it
     * @param acknowledge the label of that button
     * @param open the label of that button
     */
    public static Optional<SessionBubbles> in(
            Map<String, String> environment, String app, String acknowledge, String open, Wishes wishes) {
        return BusAddress.in(environment)
                .map(address -> new SessionBubbles(address, app, acknowledge, open, wishes))
                .filter(SessionBubbles::answers);
    }

    private synchronized boolean answers() {
        try {
            connected();
            return true;
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            disconnect();
            return false;
        }
    }

    @Override
    public synchronized boolean show(Bubble bubble) {
        for (int attempt = 0;
                attempt < 2;
                attempt++) { // a second time on a new connection: the first may have been lost long ago
            try {
                Connected now = connected();
                UInt32 id = now.server()
                        .Notify(
                                app,
                                shown.getOrDefault(bubble.key(), NEW),
                                icon(bubble),
                                bubble.title(),
                                now.can().contains("body-markup") ? Markup.escaped(bubble.body()) : bubble.body(),
                                now.can().contains("actions") ? actions(bubble) : List.of(),
                                hints(bubble),
                                SERVERS_CHOICE);
                shown.put(bubble.key(), id);
                return true;
            } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
                disconnect();
            }
        }
        return false;
    }

    @Override
    public synchronized void takeAway(long key) {
        UInt32 id = shown.remove(key);
        if (id == null || connected == null) {
            return;
        }
        try {
            connected.server().CloseNotification(id);
        } catch (DBusExecutionException e) {
            // It is gone already: some servers answer that with an error.
        }
    }

    private static String icon(Bubble bubble) {
        return bubble.severity() == Severity.FAULT ? "dialog-error" : "dialog-warning";
    }

    private List<String> actions(Bubble bubble) {
        List<String> actions = new ArrayList<>();
        if (bubble.acknowledgeable()) {
            actions.addAll(List.of("acknowledge", acknowledge));
        }
        actions.addAll(List.of("open", open));
        return actions;
    }

    /** Section 8 of the specification. The sound is ours, so that muting it mutes it. */
    private static Map<String, Variant<?>> hints(Bubble bubble) {
        byte urgency = (byte) (bubble.severity() == Severity.FAULT ? 2 : 1);
        return Map.of(
                "urgency",
                new Variant<>(urgency),
                "suppress-sound",
                new Variant<>(true),
                "desktop-entry",
                new Variant<>("benchconnect-companion"));
    }

    private Connected connected() throws DBusException {
        if (connected != null && connected.bus().isConnected()) {
            return connected;
        }
        disconnect();
        DBusConnection bus =
                DBusConnectionBuilder.forAddress(address).withShared(false).build();
        try {
            NotificationServer server =
                    bus.getRemoteObject(NotificationServer.NAME, NotificationServer.PATH, NotificationServer.class);
            bus.addSigHandler(NotificationServer.ActionInvoked.class, this::pressed);
            bus.addSigHandler(NotificationServer.NotificationClosed.class, this::closed);
            Connected now = new Connected(bus, server, new HashSet<>(server.GetCapabilities()));
            connected = now;
            return now;
        } catch (DBusException | DBusExecutionException e) {
            bus.disconnect();
            throw e;
        }
    }

    private void pressed(NotificationServer.ActionInvoked press) {
        key(press.id()).ifPresent(key -> {
            switch (press.action()) {
                case "acknowledge" -> wishes.acknowledge(key);
                case "open" -> wishes.openPage();
                default -> {
                    // a button of another program's bubble with the same number
                }
            }
        });
    }

    /** Dismissed is not acknowledged: the notice stays open, and its next alert is a new bubble. */
    private synchronized void closed(NotificationServer.NotificationClosed gone) {
        shown.values().removeIf(id -> id.longValue() == gone.id());
    }

    private synchronized Optional<Long> key(long id) {
        return shown.entrySet().stream()
                .filter(entry -> entry.getValue().longValue() == id)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void disconnect() {
        if (connected != null) {
            connected.bus().disconnect();
            connected = null;
        }
        shown.clear();
    }

    /** Whether the bus is still there: a session that is over takes it away. */
    public synchronized boolean alive() {
        return answers();
    }

    /** Takes every bubble away, since nobody would answer its buttons. */
    @Override
    public synchronized void close() {
        List.copyOf(shown.keySet()).forEach(this::takeAway);
        disconnect();
    }
}
