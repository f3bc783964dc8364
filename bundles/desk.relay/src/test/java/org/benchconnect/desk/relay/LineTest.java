package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.junit.jupiter.api.Test;

/** A line whose other side takes nothing until the test says so. */
class LineTest {
    private final List<Frame> frames = new ArrayList<>();
    private final List<Callback> callbacks = new ArrayList<>();
    private long now;
    private final Line line = new Line(session(), () -> now);

    @Test
    void pingsOfAnEndThatDoesNotReadAreAnsweredOnceAndThenTheLatest() {
        for (int i = 0; i < 1000; i++) {
            line.pong(StandardCharsets.US_ASCII.encode("ping " + i));
        }

        assertEquals(List.of("ping 0"), sent());

        callbacks.get(0).succeeded();
        callbacks.get(1).succeeded();
        line.pong(StandardCharsets.US_ASCII.encode("another"));

        assertEquals(List.of("ping 0", "ping 999", "another"), sent());
    }

    @Test
    void noSecondPingIsSentBeforeTheFirstOneIsTaken() {
        RelayLimits limits = RunningRelay.times(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMinutes(1));
        for (int i = 0; i < 1000; i++) {
            now += Duration.ofMillis(2).toNanos();
            line.look(limits, now);
        }

        assertEquals(1, frames.size());
    }

    private List<String> sent() {
        return frames.stream().map(frame -> text(frame.getPayload())).toList();
    }

    private static String text(ByteBuffer payload) {
        return StandardCharsets.US_ASCII.decode(payload.slice()).toString();
    }

    private CoreSession session() {
        return (CoreSession) Proxy.newProxyInstance(
                LineTest.class.getClassLoader(), new Class<?>[] {CoreSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("sendFrame")) {
                        frames.add((Frame) arguments[0]);
                        callbacks.add((Callback) arguments[1]);
                    }
                    return null;
                });
    }
}
