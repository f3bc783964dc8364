package org.benchconnect.companion;

import java.util.Map;
import java.util.Optional;
import org.benchconnect.companion.desktop.Bubble;
import org.benchconnect.companion.desktop.Bubbles;
import org.benchconnect.companion.desktop.SessionBubbles;
import org.benchconnect.companion.desktop.Tray;
import org.benchconnect.companion.desktop.TrayMenu;
import org.benchconnect.companion.desktop.TrayState;
import org.benchconnect.companion.desktop.Wishes;
import org.jspecify.annotations.Nullable;

/**
 * What of a desktop there is: a notification server, a tray, or both. Either may come later than the companion, which starts with the session, and may go and come
 * back. The server's bubbles come first, since they can be replaced, taken away and pressed; the tray's messages stand in for them. For one thread.
 */
final class Desk implements Bubbles, AutoCloseable {
    private final Map<String, String> environment;
    private final Texts texts;
    private final Wishes wishes;
    private @Nullable SessionBubbles server;
    private @Nullable Tray tray;

    Desk(Map<String, String> environment, Texts texts, Wishes wishes) {
        this.environment = environment;
        this.texts = texts;
        this.wishes = wishes;
    }

    /** Looks for what is not there so far; whether there is anything. */
    boolean look(TrayState state) {
        if (server != null && !server.alive()) {
            server = null;
        }
        if (server == null) {
            server = SessionBubbles.in(
                            environment, texts.of("app"), texts.of("menu.acknowledge"), texts.of("menu.open"), wishes)
                    .orElse(null);
        }
        if (tray == null) {
            tray = menu().flatMap(menu -> Tray.in(state, menu)).orElse(null);
        }
        return server != null || tray != null;
    }

    private Optional<TrayMenu> menu() {
        try {
            return Optional.of(new TrayMenu(texts::of, wishes));
        } catch (java.awt.HeadlessException | java.awt.AWTError | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean show(Bubble bubble) {
        return server != null && server.show(bubble) || tray != null && tray.show(bubble);
    }

    @Override
    public void takeAway(long key) {
        if (server != null) {
            server.takeAway(key);
        }
    }

    void show(TrayState state) {
        if (tray != null) {
            tray.show(state);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (tray != null) {
            tray.close();
        }
    }
}
