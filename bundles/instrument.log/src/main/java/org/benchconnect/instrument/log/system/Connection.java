package org.benchconnect.instrument.log.system;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a connection can be made: made and closed, without a byte. Asks {@link Egress} first, before the name is looked up, and connects to the
 * address that it gave. Any thread; blocks for three seconds for the name and three for the connection at most.
 */
final class Connection {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

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
        try (Socket socket = new Socket()) {
            socket.connect(egress.requireLaboratoryAddress(host, port, PATIENCE), (int) PATIENCE.toMillis());
            return State.UP;
        } catch (EgressRefusedException refused) {
            return State.NOT_PERMITTED;
        } catch (IOException | IllegalArgumentException down) {
            return State.DOWN;
        }
    }
}
