package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code joins two ends, once. */
@Timeout(240)
class OneTimeCodeTest {
    private static final String CODE = "123456789";

    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    @Test
    void aSecondJoinIsRefusedAsIfThereWereNoSuchCode() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running());
                RawEnd second = RawEnd.viewer(relay.running());
                RawEnd unknown = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            assertEquals("closed 4404", second.join(CODE));
            assertEquals("closed 4404", unknown.join("987654321"));
            agent.binary(RandomBytes.of(7, 7));
            assertArrayEquals(RandomBytes.of(7, 7), viewer.next().payload(), "the session goes on");
        }
    }

    @Test
    void aCodeThatSomebodyWaitsUnderIsTaken() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd other = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            agent.await(CODE);

            IOException refused = assertThrows(IOException.class, () -> other.await(CODE));

            assertEquals("closed with 4409", refused.getMessage());
            assertTrue(viewer.join(CODE).contains("joined"), "the first one still waits");
        }
    }

    @Test
    void aCodeIsForOneJoinEvenAfterItsSession() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);
        }

        try (RawEnd again = RawEnd.agent(relay.running())) {
            IOException refused = assertThrows(IOException.class, () -> again.await(CODE));
            assertEquals("closed with 4409", refused.getMessage());
        }
    }

    @Test
    void anAgentThatLostItsSocketBeforeAnybodyCameMayWaitAgain() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running())) {
            agent.await(CODE);
        }
        Waiting.until(() -> relay.running().relay().open() == 0, "the first socket is gone");

        try (RawEnd again = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(again, viewer, CODE);
        }
    }

    @Test
    void anAgentWithoutAListToGetCannotWait() throws Exception {
        try (RunningRelay without = RunningRelay.with(RunningRelay.RELAXED, () -> {
                    throw new IOException("no such file");
                });
                RawEnd agent = RawEnd.agent(without)) {
            IOException refused = assertThrows(IOException.class, () -> agent.await(CODE));

            assertEquals("closed with 1011", refused.getMessage());
        }
    }
}
