package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.link.transport.RawServer.Peer;
import org.benchconnect.link.transport.TransportException.Reason;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that are not made, each with its reason. */
class ConnectFailureTest {
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
    void refusedUpgradeIsTold() throws Exception {
        IMqttToken connecting = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            peer.answer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");

            assertEquals(Reason.UPGRADE, TransportFixture.failure(connecting));
        }
    }

    @Test
    void redirectionIsNotFollowed() throws Exception {
        IMqttToken connecting = transport.client().connect(transport.options());
        try (Peer peer = transport.server().accept().readRequest()) {
            peer.answer("HTTP/1.1 302 Found\r\nLocation: https://localhost:"
                    + transport.server().port() + "/other\r\nContent-Length: 0\r\n\r\n");

            assertEquals(Reason.UPGRADE, TransportFixture.failure(connecting));
        }
    }

    @Test
    void serverThatNeverAnswersTimesOut() throws Exception {
        TransportFixture.timingOut(peer -> {}, peer -> assertEquals("websocket", peer.header("Upgrade")));
    }

    @Test
    void serverOfAnotherAuthorityIsRefused() throws Exception {
        try (JdkWebSockets strangers =
                TransportFixture.webSockets(TestAuthority.root("Foreign"), Duration.ofSeconds(60))) {
            IMqttToken connecting = transport.client().connect(TransportFixture.options(strangers));
            CompletableFuture<Void> accepted = CompletableFuture.runAsync(() -> assertThrows(
                    IOException.class,
                    () -> transport.server().accept().readRequest().close()));

            assertEquals(Reason.CERTIFICATE, TransportFixture.failure(connecting));
            accepted.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void stopWhileConnectingReturnsAtOnce() throws Exception {
        WebSocketModule module = (WebSocketModule) new WebSocketModuleFactory()
                .createNetworkModule(
                        URI.create("wss+jdk://localhost:" + transport.server().port() + "/mqtt"),
                        transport.options(),
                        "x");
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
        try (Peer peer = transport.server().accept().readRequest()) {
            module.stop();

            assertEquals(Reason.CLOSED, start.get(30, TimeUnit.SECONDS));
            assertTrue(peer.header("Upgrade").equals("websocket"));
        }
    }

    @Test
    void optionsOfPahoAloneAreRefused() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> transport.client().connect(new MqttConnectOptions()));
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
}
