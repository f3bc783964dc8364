package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent learns that somebody came with its code again; whoever came does not. */
@Timeout(240)
class SecondJoinTest {
    private static final String CODE = "123456789";
    private static final String TRIED = "{\"v\":1,\"status\":\"tried\"}";
    private static final long SECOND = 1_000_000_000L;

    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    private void again() throws Exception {
        try (RawEnd second = RawEnd.viewer(relay.running())) {
            assertEquals("closed 4404", second.join(CODE));
        }
    }

    @Test
    void theAgentIsToldOnceForTriesWithinASecond() throws Exception {
        Optional<byte[]> behind = Optional.empty();
        for (int session = 0; behind.isEmpty(); session++) {
            behind = behindTheFirstTelling(String.format("%09d", session));
        }

        assertArrayEquals(new byte[] {7}, behind.get(), "the second try was told, or the session ended");
    }

    /** What the agent gets after it was told of the first of two tries; empty if a busy machine took the second for it. */
    private Optional<byte[]> behindTheFirstTelling(String code) throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running());
                RawEnd first = RawEnd.viewer(relay.running());
                RawEnd second = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, code);

            long begin = System.nanoTime();
            assertEquals("closed 4404", first.join(code));
            assertEquals("closed 4404", second.join(code));
            assertEquals(TRIED, agent.next().text());
            viewer.binary(new byte[] {7});
            byte[] next = agent.next().payload();

            return System.nanoTime() - begin < SECOND ? Optional.of(next) : Optional.empty();
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
