package org.benchconnect.console;

import java.util.function.Consumer;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.osgi.service.component.annotations.Component;

/**
 * Hears of each change of a notice, and passes it on to the console while there is one. A component of its own, which needs
 * nobody: if the console itself were the listener, it and the notification client would each wait for the other.
 */
@Component(service = {NotificationListener.class, NoticeFeed.class})
public final class NoticeFeed implements NotificationListener {
    private static final Consumer<Notification> NOBODY = notification -> {};

    private volatile Consumer<Notification> reader = NOBODY;

    /** Public for the component runtime. */
    public NoticeFeed() {}

    /** Passes changes on to this reader, which must not block, and no longer to another. */
    void connect(Consumer<Notification> next) {
        reader = next;
    }

    /** Passes changes on to nobody. */
    void disconnect() {
        reader = NOBODY;
    }

    @Override
    public void changed(Notification notification) {
        reader.accept(notification);
    }
}
