package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.link.transport.RawServer.Frame;
import org.benchconnect.link.transport.RawServer.Peer;
import org.benchconnect.link.transport.TransportException.Reason;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paho over this transport, against a server that does what real ones do and Paho's own transport cannot bear. */
class WebSocketTransportTest {
    private static final byte[] QOS_0_PUBLISH = publish("greeting", "hello, agent");

    private static TestAuthority authority;

    private final CompletableFuture<Throwable> lost = new CompletableFuture<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private RawServer server;
    private JdkWebSockets webSockets;
    private MqttAsyncClient client;

    @BeforeAll
    static void makeAuthority() {
        authority = TestAuthority.root("Ours");
    }

    @BeforeEach
    void open() throws IOException, GeneralSecurityException, MqttException {
        server = new RawServer(authority.server().issue());
        webSockets = webSockets(authority, Duration.ofSeconds(10));
        client = new MqttAsyncClient(
                WebSocketConnectOptions.SCHEME + "://localhost:" + server.port() + "/mqtt",
                "agent",
                new MemoryPersistence(),
                new DaemonPings());
        client.setCallback(new Callback());
    }

    @AfterEach
    void close() throws IOException, MqttException {
        try {
            client.disconnectForcibly(0, 1, false);
        } finally {
            client.close(true);
            webSockets.close();
            server.close();
        }
    }

    @Test
    void serverPingIsAnsweredAndTheConnectionLives() throws Exception {
        try (Peer peer = connected()) {
            peer.frame(RawServer.PING, true, bytes("are you there"));
            Frame pong = peer.read();

            assertEquals(RawServer.PONG, pong.opcode());
            assertArrayEquals(bytes("are you there"), pong.payload());
            assertAlive(peer);
        }
    }

    @Test
    void packetInFragmentsWithAPingBetweenThemArrives() throws Exception {
        try (Peer peer = connected()) {
            peer.frame(RawServer.BINARY, false, slice(QOS_0_PUBLISH, 0, 1));
            peer.frame(RawServer.CONTINUATION, false, slice(QOS_0_PUBLISH, 1, 7));
            peer.frame(RawServer.PING, true, new byte[0]);
            peer.frame(RawServer.CONTINUATION, false, new byte[0]);
            peer.frame(RawServer.CONTINUATION, true, slice(QOS_0_PUBLISH, 7, QOS_0_PUBLISH.length));

            assertEquals("hello, agent", messages.poll(10, TimeUnit.SECONDS));
            assertEquals(RawServer.PONG, peer.read().opcode());
            assertAlive(peer);
        }
    }

    @Test
    void severalPacketsInOneFrameAllArrive() throws Exception {
        try (Peer peer = connected()) {
            byte[] both = new byte[QOS_0_PUBLISH.length * 2];
            System.arraycopy(QOS_0_PUBLISH, 0, both, 0, QOS_0_PUBLISH.length);
            System.arraycopy(QOS_0_PUBLISH, 0, both, QOS_0_PUBLISH.length, QOS_0_PUBLISH.length);
            peer.frame(RawServer.BINARY, true, both);

            assertEquals("hello, agent", messages.poll(10, TimeUnit.SECONDS));
            assertEquals("hello, agent", messages.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void stallInsideAFrameIsWaitedFor() throws Exception {
        try (Peer peer = connected()) {
            byte[] frame = Peer.encoded(RawServer.BINARY, true, QOS_0_PUBLISH);
            peer.raw(slice(frame, 0, 5));
            stall();
            peer.raw(slice(frame, 5, frame.length));

            assertEquals("hello, agent", messages.poll(10, TimeUnit.SECONDS));
            assertAlive(peer);
        }
    }

    @Test
    void lateAnswerToTheUpgradeIsWaitedFor() throws Exception {
        IMqttToken connecting = client.connect(options(webSockets));
        try (Peer peer = server.accept().readRequest()) {
            stall();
            peer.upgrade().read();
            peer.frame(RawServer.BINARY, true, new byte[] {0x20, 2, 0, 0});

            connecting.waitForCompletion(10_000);
            assertAlive(peer);
        }
    }

    @Test
    void subProtocolIsMqtt() throws Exception {
        try (Peer peer = connected()) {
            assertEquals("mqtt", peer.header("Sec-WebSocket-Protocol"));
        }
    }

    @Test
    void textFrameEndsTheConnection() throws Exception {
        try (Peer peer = connected()) {
            peer.frame(RawServer.TEXT, true, bytes("hello"));

            assertEquals(Reason.PROTOCOL, awaitLoss());
        }
    }

    @Test
    void packetThatAnnouncesMoreThanTheLimitEndsTheConnection() throws Exception {
        try (Peer peer = connected()) {
            peer.frame(RawServer.BINARY, true, new byte[] {0x30, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F});

            assertEquals(Reason.PROTOCOL, awaitLoss());
        }
    }

    @Test
    void closeFrameEndsTheConnection() throws Exception {
        try (Peer peer = connected()) {
            peer.frame(RawServer.CLOSE, true, new byte[] {0x03, (byte) 0xE8});

            assertEquals(Reason.CLOSED, awaitLoss());
        }
    }

    @Test
    void brokenConnectionIsNoticed() throws Exception {
        Peer peer = connected();
        peer.close();

        assertEquals(Reason.CLOSED, awaitLoss());
    }

    @Test
    void silenceAfterThePingOfTheKeepAliveEndsTheConnection() throws Exception {
        WebSocketConnectOptions options = options(webSockets);
        options.setKeepAliveInterval(1);
        client.connect(options);
        try (Peer peer = server.accept().connect()) {
            assertArrayEquals(new byte[] {(byte) 0xC0, 0}, peer.read().payload());

            MqttException silence = (MqttException) lost.get(10, TimeUnit.SECONDS);
            assertEquals(MqttException.REASON_CODE_CLIENT_TIMEOUT, silence.getReasonCode());
        }
    }

    @Test
    void refusedUpgradeIsTold() throws Exception {
        IMqttToken connecting = client.connect(options(webSockets));
        try (Peer peer = server.accept().readRequest()) {
            peer.answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

            assertEquals(Reason.UPGRADE, failure(connecting));
        }
    }

    @Test
    void redirectionIsNotFollowed() throws Exception {
        IMqttToken connecting = client.connect(options(webSockets));
        try (Peer peer = server.accept().readRequest()) {
            peer.answer("HTTP/1.1 302 Found\r\nLocation: https://localhost:" + server.port()
                    + "/other\r\nContent-Length: 0\r\n\r\n");

            assertEquals(Reason.UPGRADE, failure(connecting));
        }
    }

    @Test
    void serverThatNeverAnswersTimesOut() throws Exception {
        try (JdkWebSockets impatient = webSockets(authority, Duration.ofMillis(300))) {
            IMqttToken connecting = client.connect(options(impatient));
            try (Peer peer = server.accept().readRequest()) {
                assertEquals(Reason.TIMEOUT, failure(connecting));
                assertTrue(peer.header("Upgrade").equals("websocket"));
            }
        }
    }

    @Test
    void serverOfAnotherAuthorityIsRefused() throws Exception {
        try (JdkWebSockets strangers = webSockets(TestAuthority.root("Foreign"), Duration.ofSeconds(10))) {
            IMqttToken connecting = client.connect(options(strangers));
            CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> assertThrows(
                    IOException.class, () -> server.accept().readRequest().close()));

            assertEquals(Reason.TLS, failure(connecting));
            accepted.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void stopWhileConnectingReturnsAtOnce() throws Exception {
        WebSocketModule module = (WebSocketModule) new WebSocketModuleFactory()
                .createNetworkModule(
                        URI.create("wss+jdk://localhost:" + server.port() + "/mqtt"), options(webSockets), "x");
        CompletableFuture<Reason> start = CompletableFuture.supplyAsync(() -> {
            try {
                module.start();
                throw new AssertionError("it connected");
            } catch (TransportException e) {
                return e.reason();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        try (Peer peer = server.accept().readRequest()) {
            module.stop();

            assertEquals(Reason.CLOSED, start.get(5, TimeUnit.SECONDS));
            assertTrue(peer.header("Upgrade").equals("websocket"));
        }
    }

    @Test
    void optionsOfPahoAloneAreRefused() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> client.connect(new MqttConnectOptions()));
    }

    @Test
    void addressWithUserOrFragmentIsRefused() {
        for (String address :
                new String[] {"wss+jdk://user@localhost/", "wss+jdk://localhost/#x", "wss+jdk:localhost"}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MqttAsyncClient(address, "agent", new MemoryPersistence()),
                    address);
        }
    }

    private Peer connected() throws MqttException, IOException {
        IMqttToken connecting = client.connect(options(webSockets));
        Peer peer = server.accept().connect();
        connecting.waitForCompletion(10_000);
        return peer;
    }

    /** A publish and its acknowledgement still pass. */
    private void assertAlive(Peer peer) throws MqttException, IOException {
        IMqttDeliveryToken token = client.publish("topic", bytes("payload"), 1, false);
        Frame publish = peer.read();
        assertEquals(0x32, publish.payload()[0]);
        int identifier = 2 + 2 + "topic".length();
        peer.frame(RawServer.BINARY, true, new byte[] {
            0x40, 2, publish.payload()[identifier], publish.payload()[identifier + 1]
        });
        token.waitForCompletion(10_000);
    }

    private Reason awaitLoss() throws ExecutionException, InterruptedException, TimeoutException {
        return reason(lost.get(10, TimeUnit.SECONDS));
    }

    private static Reason failure(IMqttToken token) {
        return reason(assertThrows(MqttException.class, () -> token.waitForCompletion(10_000)));
    }

    private static Reason reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransportException transport) {
                return transport.reason();
            }
        }
        throw new AssertionError("no reason", thrown);
    }

    /** Longer than the 1 s after which Paho's own transport gives up. */
    private static void stall() throws InterruptedException {
        new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
    }

    private static WebSocketConnectOptions options(JdkWebSockets webSockets) {
        WebSocketConnectOptions options = new WebSocketConnectOptions(webSockets);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        return options;
    }

    private static JdkWebSockets webSockets(TestAuthority trusted, Duration timeout)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", trusted.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new JdkWebSockets(context, new SSLParameters(), HttpClient.Builder.NO_PROXY, null, timeout);
    }

    private static byte[] publish(String topic, String text) {
        byte[] packet = new byte[4 + topic.length() + text.length()];
        packet[0] = 0x30;
        packet[1] = (byte) (packet.length - 2);
        packet[3] = (byte) topic.length();
        System.arraycopy(bytes(topic), 0, packet, 4, topic.length());
        System.arraycopy(bytes(text), 0, packet, 4 + topic.length(), text.length());
        return packet;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Callback implements MqttCallback {
        @Override
        public void connectionLost(@Nullable Throwable cause) {
            lost.complete(cause == null ? new IllegalStateException("no cause") : cause);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            messages.add(new String(message.getPayload(), StandardCharsets.US_ASCII));
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // The token itself is waited for.
        }
    }
}
