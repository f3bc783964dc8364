package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;

/**
 * What comes once a viewer is there: its messages, and between them the one sentence that the relay may say, docs/session-protocol.md section 2: somebody else came with
 * the same code and was turned away. For the thread that receives.
 */
final class FromViewer {
    /** The relay may say it so often in a session. */
    private static final int MOST_TRIED = 5;

    private static final byte[] TRIED = "{\"v\":1,\"status\":\"tried\"}".getBytes(StandardCharsets.UTF_8);

    private final RelayTransport relay;
    private final SecondJoin secondJoin;
    private int tried;

    /** Who is told of it. */
    @FunctionalInterface
    interface SecondJoin {
        /** The relay says so. */
        void tried() throws VisitOverException;
    }

    FromViewer(RelayTransport relay, SecondJoin secondJoin) {
        this.relay = relay;
        this.secondJoin = secondJoin;
    }

    /**
     * The next message of the viewer.
     *
     * @throws IOException when there is none any more, or the relay says anything else, or that too often
     */
    byte[] next() throws IOException, VisitOverException {
        while (true) {
            RelayTransport.Message message = relay.receive();
            if (!message.text()) {
                return message.bytes();
            }
            if (!Arrays.equals(message.bytes(), TRIED) || ++tried > MOST_TRIED) {
                throw new IOException("the relay speaks where the viewer should");
            }
            secondJoin.tried();
        }
    }
}
