package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What two ends that joined have of each other. */
@Timeout(240)
class RelayTest {
    private static final String CODE = "123456789";
    private static final byte[] LIST = RandomBytes.of(70_001, 1);

    @RegisterExtension
    final FreshRelay relay = new FreshRelay(LIST);

    @Test
    void joinsTheTwoEndsOfACodeAndPassesWhatTheySend() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            byte[] list = agent.await(CODE);

            String said = viewer.join(CODE);
            String told = agent.next().text();

            assertArrayEquals(LIST, list);
            assertEquals("{\"v\":1,\"status\":\"joined\",\"agent\":\"" + RunningRelay.AGENT + "\"}", said);
            assertEquals("{\"v\":1,\"status\":\"joined\"}", told);
            for (int size : new int[] {0, 1, 125, 126, 4096, 32_768 + 26, RelayLimits.MESSAGE}) {
                agent.binary(RandomBytes.of(size, size));
                assertArrayEquals(RandomBytes.of(size, size), viewer.next().payload(), size + " bytes to the viewer");
                viewer.binary(RandomBytes.of(size, -size));
                assertArrayEquals(RandomBytes.of(size, -size), agent.next().payload(), size + " bytes to the agent");
            }
        }
    }

    @Test
    void passesFragmentsOfAMessageInTheirOrder() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            agent.frame(RawEnd.BINARY, false, RandomBytes.of(10, 1));
            agent.frame(RawEnd.CONTINUATION, false, RandomBytes.of(20, 2));
            agent.frame(RawEnd.PING, true, RandomBytes.of(5, 9));
            agent.frame(RawEnd.CONTINUATION, true, RandomBytes.of(30, 3));

            assertArrayEquals(RandomBytes.of(10, 1), viewer.next().payload());
            assertArrayEquals(RandomBytes.of(20, 2), viewer.next().payload());
            assertArrayEquals(RandomBytes.of(30, 3), viewer.next().payload());
            RawEnd.Frame pong = agent.next();
            assertEquals(RawEnd.PONG, pong.opcode());
            assertArrayEquals(RandomBytes.of(5, 9), pong.payload());
        }
    }

    @Test
    void aPingIsAnsweredOnceAndNotPassedOn() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            viewer.frame(RawEnd.PING, true, RandomBytes.of(3, 1));
            RawEnd.Frame answer = viewer.next();
            viewer.binary(RandomBytes.of(1, 1));
            RawEnd.Frame passed = agent.next();
            agent.binary(RandomBytes.of(2, 2));

            assertEquals(RawEnd.PONG, answer.opcode());
            assertArrayEquals(RandomBytes.of(3, 1), answer.payload());
            assertArrayEquals(RandomBytes.of(1, 1), passed.payload());
            assertArrayEquals(RandomBytes.of(2, 2), viewer.next().payload());
        }
    }

    @Test
    void javasOwnClientIsUnderstood() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running())) {
            agent.await(CODE);
            CompletableFuture<byte[]> received = new CompletableFuture<>();
            WebSocket viewer = HttpClient.newBuilder()
                    .sslContext(relay.running().clients())
                    .build()
                    .newWebSocketBuilder()
                    .header("Origin", RunningRelay.VIEWER)
                    .buildAsync(
                            URI.create(
                                    "wss://localhost:" + relay.running().relay().port() + "/v1/viewer"),
                            collecting(received))
                    .get(60, TimeUnit.SECONDS);

            viewer.sendText("{\"v\":1,\"code\":\"" + CODE + "\"}", true).get(60, TimeUnit.SECONDS);
            agent.next();
            agent.binary(RandomBytes.of(40_000, 4));

            assertArrayEquals(RandomBytes.of(40_000, 4), received.get(60, TimeUnit.SECONDS));
            viewer.abort();
        }
    }

    private static WebSocket.Listener collecting(CompletableFuture<byte[]> whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
                byte[] piece = new byte[data.remaining()];
                data.get(piece);
                bytes.writeBytes(piece);
                if (last) {
                    whole.complete(bytes.toByteArray());
                }
                socket.request(1);
                return null;
            }
        };
    }
}
