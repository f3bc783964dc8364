package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one sentence that a relay may say between a viewer's messages. */
class FromViewerTest {
    private static final String TRIED = "{\"v\":1,\"status\":\"tried\"}";

    private final Said relay = new Said();
    private int told;
    private final FromViewer viewer = new FromViewer(relay, () -> told++);

    @Test
    void aSecondJoinIsToldAndTheViewersMessagesGoOn() throws Exception {
        relay.says(TRIED);
        relay.hands(1);
        relay.says(TRIED);
        relay.hands(2);

        assertArrayEquals(new byte[] {1}, viewer.next());
        assertArrayEquals(new byte[] {2}, viewer.next());
        assertEquals(2, told);
    }

    @Test
    void aRelayThatLiesAddsFiveAtMost() {
        for (int times = 0; times < 6; times++) {
            relay.says(TRIED);
        }

        assertThrows(IOException.class, viewer::next);

        assertEquals(5, told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tried",
                "{\"v\":1,\"status\":\"joined\"}",
                "{\"status\":\"tried\",\"v\":1}",
                "{\"v\":1,\"status\":\"tried\"} ",
                "{\"v\":1,\"status\":\"tried\",\"by\":\"\"}"
            })
    void anyOtherWordOfTheRelayEndsTheSession(String word) {
        relay.says(word);
        relay.hands(1);

        assertThrows(IOException.class, viewer::next);

        assertEquals(0, told);
    }

    /** A relay that sends what was put into it. */
    private static final class Said implements RelayTransport {
        private final Queue<Message> messages = new ArrayDeque<>();

        void says(String text) {
            messages.add(new Message(true, text.getBytes(StandardCharsets.UTF_8)));
        }

        void hands(int one) {
            messages.add(new Message(false, new byte[] {(byte) one}));
        }

        @Override
        public Message receive() {
            return messages.remove();
        }

        @Override
        public void send(byte[] message) {
            throw new AssertionError("nothing is sent here");
        }

        @Override
        public void send(String text) {
            throw new AssertionError("nothing is sent here");
        }

        @Override
        public void abort() {
            messages.clear();
        }
    }
}
