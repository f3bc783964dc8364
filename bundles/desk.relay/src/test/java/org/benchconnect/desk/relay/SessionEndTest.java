package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a session ends: the other end is told. */
@Timeout(240)
class SessionEndTest {
    private static final String CODE = "123456789";

    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    @Test
    void theCloseOfOneEndClosesTheOther() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            agent.frame(RawEnd.CLOSE, true, new byte[] {3, (byte) 0xe8});

            assertEquals(4410, viewer.closed());
            assertEquals(1000, agent.closed());
        }
    }

    @Test
    void theLossOfOneEndClosesTheOther() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running())) {
            try (RawEnd viewer = RawEnd.viewer(relay.running())) {
                RawEnd.join(agent, viewer, CODE);
            }

            assertEquals(4410, agent.closed());
        }
        Waiting.until(() -> relay.running().relay().open() == 0, "nothing is left");
    }

    @Test
    void theRelaysEndEndsEverySession() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            relay.running().close();

            int code = viewer.closed();
            assertTrue(
                    Set.of(1001, 1006, 4410).contains(code),
                    "closed with " + code); // by the relay, or for the agent's end
        }
    }
}
