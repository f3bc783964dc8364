package org.benchconnect.engine.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relay that is there and lets the agent wait, at each of its messages. */
@Timeout(120)
class RelayGreetingTest {
    private final PairedTransport[] ends = PairedTransport.pair();

    private byte[] open(long millis) throws IOException {
        return RelayGreeting.open(ends[0], "123456789", new UUID(1, 2), Duration.ofMillis(millis));
    }

    @Test
    void relayThatSaysNothingIsLeft() {
        assertThrows(IOException.class, () -> open(50));

        assertTrue(ends[0].isAborted());
    }

    @Test
    void relayThatKeepsTheListBackIsLeft() throws Exception {
        ends[1].send("{\"v\":1,\"status\":\"waiting\",\"list\":3}");

        assertThrows(IOException.class, () -> open(200));

        assertTrue(ends[0].isAborted());
    }

    @Test
    void listIsTaken() throws Exception {
        Thread relay = new Thread(() -> {
            try {
                ends[1].send("{\"v\":1,\"status\":\"waiting\",\"list\":3}");
                ends[1].send(new byte[] {1, 2});
                ends[1].send(new byte[] {3});
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        relay.start();

        byte[] list = open(60_000);

        assertArrayEquals(new byte[] {1, 2, 3}, list);
        relay.join();
    }
}
