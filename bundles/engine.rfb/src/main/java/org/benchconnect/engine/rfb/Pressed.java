package org.benchconnect.engine.rfb;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.engine.rfb.filter.ClientMessage;

/** The keys and buttons that the supporter holds down: each is released when control ends. Any thread. */
final class Pressed {
    /** More than anybody has fingers; another is not passed. */
    static final int MOST = 64;

    private final Set<Integer> keys = new LinkedHashSet<>();
    private int buttons;
    private int x;
    private int y;

    /** Whether it may pass. */
    synchronized boolean key(boolean down, int keysym) {
        if (!down) {
            keys.remove(keysym);
            return true;
        }
        if (keys.size() < MOST) {
            keys.add(keysym);
        }
        return keys.contains(keysym);
    }

    /** About to pass: until it has, what was down may still be. */
    synchronized void pointer(int now, int atX, int atY) {
        buttons |= now;
        x = atX;
        y = atY;
    }

    /** It has. */
    synchronized void passed(int now) {
        buttons = now;
    }

    /** The messages that release all of it; afterwards nothing is held. */
    synchronized List<byte[]> release() {
        List<byte[]> messages = new ArrayList<>();
        keys.forEach(keysym -> messages.add(ClientMessage.key(false, keysym)));
        if (buttons != 0) {
            messages.add(ClientMessage.pointer(0, x, y));
        }
        keys.clear();
        buttons = 0;
        return messages;
    }
}
