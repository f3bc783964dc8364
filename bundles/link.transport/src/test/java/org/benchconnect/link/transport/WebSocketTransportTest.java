package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.link.transport.RawServer.Frame;
import org.benchconnect.link.transport.RawServer.Peer;
import org.benchconnect.link.transport.TransportException.Reason;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Paho over this transport, against a server that does what real ones do and Paho's own transport cannot bear. */
class WebSocketTransportTest {
    private static final byte[] QOS_0_PUBLISH = publish("greeting", "hello, agent");

    private TransportFixture transport;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException, MqttException {
        transport = new TransportFixture();
    }

    @AfterEach
    void close() throws IOException, MqttException {
        transport.close();
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

            assertEquals("hello, agent", transport.messages().poll(60, TimeUnit.SECONDS));
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

            assertEquals("hello, agent", transport.messages().poll(60, TimeUnit.SECONDS));
            assertEquals("hello, agent", transport.messages().poll(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void stallInsideAFrameIsWaitedFor() throws Exception {
        try (Peer peer = connected()) {
            byte[] frame = Peer.encoded(RawServer.BINARY, true, QOS_0_PUBLISH);
            peer.raw(slice(frame, 0, 5));
            stall();
            peer.raw(slice(frame, 5, frame.length));

            assertEquals("hello, agent", transport.messages().poll(60, TimeUnit.SECONDS));
            assertAlive(peer);
        }
    }

    @Test
    void lateAnswerToTheUpgradeIsWaitedFor() throws Exception {
        IMqttToken connecting = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            stall();
            peer.upgrade().read();
            peer.frame(RawServer.BINARY, true, new byte[] {0x20, 2, 0, 0});

            connecting.waitForCompletion(60_000);
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
    void floodOfPingsEndsTheConnection() throws Exception {
        try (Peer peer = connected()) {
            byte[] ping = Peer.encoded(RawServer.PING, true, new byte[0]);
            for (int i = 0; i <= ReceivedBytes.MAX_IDLE_FRAMES; i++) {
                peer.raw(ping);
            }

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
        int keepAlive = 1;
        while (!endsAfterThePing(keepAlive)) {
            keepAlive *= 4;
            assertTrue(keepAlive < 100, "no ping comes");
        }
    }

    /** False if this machine stood still for so long that the client gave up before its ping. */
    private static boolean endsAfterThePing(int keepAlive) throws Exception {
        try (TransportFixture transport = new TransportFixture()) {
            WebSocketConnectOptions options = transport.options();
            options.setKeepAliveInterval(keepAlive);
            transport.client().connect(options);
            try (Peer peer = transport.server().accept().connect()) {
                byte[] ping = packet(peer);
                MqttException end = (MqttException) transport.lost().get(60, TimeUnit.SECONDS);
                if (end.getReasonCode() == MqttException.REASON_CODE_WRITE_TIMEOUT) {
                    return false;
                }
                assertArrayEquals(new byte[] {(byte) 0xC0, 0}, ping);
                assertEquals(MqttException.REASON_CODE_CLIENT_TIMEOUT, end.getReasonCode());
                return true;
            }
        }
    }

    /** The client's next one; empty if it is gone. */
    private static byte[] packet(Peer peer) {
        try {
            return peer.read().payload();
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private Peer connected() throws MqttException, IOException {
        IMqttToken connecting = transport.client().connect(transport.options());
        Peer peer = transport.server().accept().connect();
        connecting.waitForCompletion(60_000);
        return peer;
    }

    /** A publish and its acknowledgement still pass. */
    private void assertAlive(Peer peer) throws MqttException, IOException {
        IMqttDeliveryToken token = transport.client().publish("topic", bytes("payload"), 1, false);
        Frame publish = peer.read();
        assertEquals(0x32, publish.payload()[0]);
        int identifier = 2 + 2 + "topic".length();
        peer.frame(RawServer.BINARY, true, new byte[] {
            0x40, 2, publish.payload()[identifier], publish.payload()[identifier + 1]
        });
        token.waitForCompletion(60_000);
    }

    private Reason awaitLoss() throws ExecutionException, InterruptedException, TimeoutException {
        return TransportFixture.reason(transport.lost().get(60, TimeUnit.SECONDS));
    }

    /** Longer than the 1 s after which Paho's own transport gives up. */
    private static void stall() throws InterruptedException {
        new CountDownLatch(1).await(1500, TimeUnit.MILLISECONDS);
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
}
