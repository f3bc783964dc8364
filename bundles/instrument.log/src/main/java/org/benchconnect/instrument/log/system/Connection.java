package org.benchconnect.instrument.log.system;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.jspecify.annotations.Nullable;

/** Whether a connection can be made: made and closed, without a byte. Asks {@link Egress} first, before the name is looked up. Any thread; blocks for three seconds at most. */
final class Connection {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    /** What became of it. */
    enum State {
        UP,
        DOWN,
        NOT_PERMITTED
    }

    private Connection() {}

    static State check(String host, int port, @Nullable Egress egress) {
        if (egress == null) {
            return State.NOT_PERMITTED;
        }
        try {
            egress.requireLaboratory(host, port);
        } catch (EgressRefusedException refused) {
            return State.NOT_PERMITTED;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return State.UP;
        } catch (IOException | IllegalArgumentException down) {
            return State.DOWN;
        }
    }
}
