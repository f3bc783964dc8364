package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.benchconnect.link.transport.RawServer.Peer;
import org.benchconnect.link.transport.TransportException.Reason;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trusted server that answers the upgrade without end: what it says is never collected. */
@Timeout(180)
class EndlessAnswerTest {
    private static final int BLOCK = 64 * 1024;
    /** What the attack sends at most. */
    private static final int ATTACK = 64 * 1024 * 1024;
    /** What the buffers of both systems and of TLS may take beyond what the agent reads. */
    private static final int IN_BUFFERS = 8 * 1024 * 1024;

    private TransportFixture transport;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException, MqttException {
        transport = new TransportFixture();
    }

    @AfterEach
    void close() throws IOException, MqttException {
        transport.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 No\r\nContent-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Content-Length: 99999999999\r\n\r\n",
                "HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
                "HTTP/1.1 403 No\r\nEndless: "
            })
    void endlessAnswerIsCutOff(String head) throws Exception {
        IMqttToken connecting = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            int sent = sendUntilCutOff(peer, head);

            assertEquals(Reason.UPGRADE, TransportFixture.failure(connecting));
            assertTrue(sent < IN_BUFFERS, () -> "the server could send " + sent + " bytes");
        }
    }

    @Test
    void attemptAfterAnEndlessAnswerSucceeds() throws Exception {
        IMqttToken refused = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            sendUntilCutOff(peer, "HTTP/1.1 401 No\r\nContent-Length: 99999999999\r\n\r\n");
            assertEquals(Reason.UPGRADE, TransportFixture.failure(refused));
        }

        IMqttToken connecting = connectAgain();
        try (Peer peer = transport.server().accept().connect()) {
            connecting.waitForCompletion(60_000);
            assertTrue(transport.client().isConnected());
            // More than an answer may have; it arrives.
            for (int i = 0; i < 3; i++) {
                peer.frame(RawServer.BINARY, true, message(60_000));
                assertEquals(60_000 - 2 - 1, awaitMessage().length());
            }
        }
    }

    @Test
    void longPageOfARefusalIsStillARefusal() throws Exception {
        IMqttToken refused = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            peer.answer("HTTP/1.1 503 Later\r\nContent-Length: 60000\r\n\r\n" + "x".repeat(60_000));

            assertEquals(Reason.UPGRADE, TransportFixture.failure(refused));
        }
    }

    @Test
    void connectionIsGivenUpWithTheAttemptThatTimesOut() throws Exception {
        TransportFixture.timingOut(
                peer -> peer.answer("HTTP/1.1 401 No\r\nContent-Length: 99999999999\r\n\r\nslow"), peer -> {
                    assertThrows(IOException.class, peer::read);
                    assertThrows(IOException.class, () -> {
                        for (int sent = 0; sent < ATTACK; sent += BLOCK) {
                            peer.raw(new byte[BLOCK]);
                        }
                    });
                });
    }

    /** As soon as Paho has put the earlier attempt away, which it does after it has told of it. */
    private IMqttToken connectAgain() throws MqttException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                return transport.client().connect(transport.options());
            } catch (MqttException stillEnding) {
                if (System.nanoTime() > end) {
                    throw stillEnding;
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** How many bytes went out. */
    private static int sendUntilCutOff(Peer peer, String head) {
        byte[] block = new byte[BLOCK];
        Arrays.fill(block, (byte) 'x');
        int sent = 0;
        try {
            peer.answer(head);
            while (sent < ATTACK) {
                peer.raw(block);
                sent += BLOCK;
            }
        } catch (IOException e) {
            // Cut off.
            return sent;
        }
        return sent;
    }

    private String awaitMessage() throws InterruptedException {
        String message = transport.messages().poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message");
        }
        return message;
    }

    /** A PUBLISH to topic "t". */
    private static byte[] message(int remaining) {
        byte[] packet = new byte[4 + remaining];
        packet[0] = 0x30;
        packet[1] = (byte) (remaining & 0x7F | 0x80);
        packet[2] = (byte) (remaining >> 7 & 0x7F | 0x80);
        packet[3] = (byte) (remaining >> 14);
        packet[5] = 1;
        packet[6] = 't';
        return packet;
    }
}
