import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.companion.desktop.NotificationServer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * A notification server of a desktop, run from this source with the libraries of the installed companion. It says on a line what it is told ({@code NOTIFY number title
 * first-line}, {@code CLOSE number}); a line {@code number action} on its standard input is a pressed button.
 */
public final class NotificationServerOfATest implements NotificationServer {
    private final AtomicLong numbers = new AtomicLong();

    /** Serves the bus at this address until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        try (DBusConnection bus = DBusConnectionBuilder.forAddress(arguments[0]).withShared(false).build()) {
            bus.exportObject(PATH, new NotificationServerOfATest());
            bus.requestBusName(NAME);
            say("READY");
            BufferedReader pressed = new BufferedReader(new InputStreamReader(System.in));
            for (String line = pressed.readLine(); line != null; line = pressed.readLine()) {
                String[] words = line.split(" ");
                bus.sendMessage(new ActionInvoked(PATH, new UInt32(words[0]), words[1]));
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    @Override
    public UInt32 Notify(
            String app, UInt32 replaces, String icon, String summary, String body, List<String> actions,
            Map<String, Variant<?>> hints, int expireMillis) {
        long number = replaces.longValue() == 0 ? numbers.incrementAndGet() : replaces.longValue();
        say("NOTIFY\t" + number + "\t" + summary + "\t" + body.replace('\n', '|') + "\t" + String.join(",", actions));
        return new UInt32(number);
    }

    @Override
    public void CloseNotification(UInt32 number) {
        say("CLOSE\t" + number);
    }

    @Override
    public List<String> GetCapabilities() {
        return List.of("actions", "body");
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
