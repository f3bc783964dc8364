package org.benchconnect.companion;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.benchconnect.companion.desktop.NotificationServer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A notification server on a real session bus that records what it is told, and whose buttons a test presses. */
public final class NotificationDaemonDouble implements NotificationServer, AutoCloseable {
    /** One call of Notify. */
    public record Shown(
            long id, long replaces, String summary, String body, List<String> actions, Map<String, Object> hints) {}

    private final DBusConnection bus;
    private final AtomicLong ids = new AtomicLong(100);
    private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> closed = new LinkedBlockingQueue<>();

    /** Serves the bus at this address. */
    public NotificationDaemonDouble(String address) throws DBusException {
        bus = DBusConnectionBuilder.forAddress(address).withShared(false).build();
        bus.exportObject(PATH, this);
        bus.requestBusName(NAME);
    }

    @Override
    public UInt32 Notify(
            String app,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int expireMillis) {
        long id = replaces.longValue() == 0 ? ids.incrementAndGet() : replaces.longValue();
        Map<String, Object> values = hints.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, hint -> hint.getValue().getValue()));
        shown.add(new Shown(id, replaces.longValue(), summary, body, List.copyOf(actions), values));
        return new UInt32(id);
    }

    @Override
    public void CloseNotification(UInt32 id) {
        closed.add(id.longValue());
    }

    @Override
    public List<String> GetCapabilities() {
        return List.of("actions", "body", "body-markup");
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    /** A person presses a button. */
    void press(long id, String action) throws DBusException {
        bus.sendMessage(new ActionInvoked(PATH, new UInt32(id), action));
    }

    /** The next bubble, which must come. */
    Shown shown() throws InterruptedException {
        return came(shown);
    }

    /** The number of the next bubble that is taken away, which must be. */
    long closed() throws InterruptedException {
        return came(closed);
    }

    /** Bubbles that nobody looked at so far. */
    int waiting() {
        return shown.size();
    }

    private static <T> T came(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(60, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the companion told the desktop nothing");
        }
        return next;
    }

    @Override
    public void close() {
        bus.disconnect();
    }
}
