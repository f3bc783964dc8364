package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/** Whatever comes first: a message of its form, or a refusal that repeats nothing of it. */
class FirstMessageFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void isOfItsFormOrRefused(byte[] bytes) {
        try {
            FirstMessage agent = FirstMessage.ofAgent(ByteBuffer.wrap(bytes));
            assertTrue(agent.code().matches("[0-9]{9}") && agent.agent().length() == 36);
        } catch (MalformedMessageException e) {
            assertTrue(e.getMessage().length() < 60);
        }
        try {
            FirstMessage viewer = FirstMessage.ofViewer(ByteBuffer.wrap(bytes));
            assertTrue(viewer.code().matches("[0-9]{9}") && viewer.agent().isEmpty());
        } catch (MalformedMessageException e) {
            assertTrue(e.getMessage().length() < 60);
        }
    }
}
