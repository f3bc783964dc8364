package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent learns that somebody came with its code again; whoever came does not. */
@Timeout(60)
class SecondJoinTest {
    private static final String CODE = "123456789";
    private static final String TRIED = "{\"v\":1,\"status\":\"tried\"}";

    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    private void again() throws Exception {
        try (RawEnd second = RawEnd.viewer(relay.running())) {
            assertEquals("closed 4404", second.join(CODE));
        }
    }

    @Test
    void theAgentIsToldOnceForTriesWithinASecond() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            again();
            again();
            assertEquals(TRIED, agent.next().text());
            viewer.binary(new byte[] {7});

            assertArrayEquals(new byte[] {7}, agent.next().payload(), "the second try was told, or the session ended");
        }
    }

    @Test
    void itIsToldBehindAMessageThatIsUnderWay() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);
            viewer.frame(RawEnd.BINARY, false, new byte[] {1});
            assertEquals(RawEnd.BINARY, agent.next().opcode());

            again();
            viewer.frame(RawEnd.CONTINUATION, false, new byte[] {2});
            viewer.frame(RawEnd.CONTINUATION, true, new byte[] {3});

            assertEquals(RawEnd.CONTINUATION, agent.next().opcode());
            assertEquals(RawEnd.CONTINUATION, agent.next().opcode());
            assertEquals(TRIED, agent.next().text());
        }
    }
}
