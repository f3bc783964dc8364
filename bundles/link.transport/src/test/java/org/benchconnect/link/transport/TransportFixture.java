package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.benchconnect.crypto.testing.TestAuthority;
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

/** A client of Paho's over this transport, and the raw server it is to talk to. */
final class TransportFixture implements AutoCloseable {
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final TestAuthority authority = TestAuthority.root("Ours");
    private final CompletableFuture<Throwable> lost = new CompletableFuture<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final RawServer server;
    private final JdkWebSockets webSockets;
    private final MqttAsyncClient client;

    TransportFixture() throws IOException, GeneralSecurityException, MqttException {
        server = new RawServer(authority.server().issue());
        webSockets = webSockets(authority, Duration.ofSeconds(60));
        client = new MqttAsyncClient(
                WebSocketConnectOptions.SCHEME + "://localhost:" + server.port() + "/mqtt",
                "agent",
                new MemoryPersistence(),
                new DaemonPings());
        client.setCallback(new Callback());
    }

    TestAuthority authority() {
        return authority;
    }

    RawServer server() {
        return server;
    }

    MqttAsyncClient client() {
        return client;
    }

    /** Completes when the connection is lost. */
    CompletableFuture<Throwable> lost() {
        return lost;
    }

    /** What the client received. */
    BlockingQueue<String> messages() {
        return messages;
    }

    WebSocketConnectOptions options() {
        return options(webSockets);
    }

    @Override
    public void close() throws IOException, MqttException {
        try {
            client.disconnectForcibly(0, 1, false);
        } finally {
            client.close(true);
            webSockets.close();
            server.close();
        }
    }

    static Reason failure(IMqttToken token) {
        return reason(assertThrows(MqttException.class, () -> token.waitForCompletion(60_000)));
    }

    /** What a test does with the server's side of a connection. */
    interface Step {
        void with(Peer peer) throws IOException;
    }

    /**
     * An attempt whose request comes, and whose time ends before the answer does: with little time first, with more where
     * this machine is slow.
     *
     * @param delaying what the server does with the request
     * @param then when the time is over
     */
    static void timingOut(Step delaying, Step then) throws Exception {
        Duration timeout = Duration.ofMillis(300);
        while (!isTimedOut(timeout, delaying, then)) {
            timeout = timeout.multipliedBy(4);
            assertTrue(timeout.compareTo(LONGEST_TIMEOUT) < 0, "no request comes");
        }
    }

    /** False if the time was over before the request came. */
    private static boolean isTimedOut(Duration timeout, Step delaying, Step then) throws Exception {
        try (TransportFixture transport = new TransportFixture();
                JdkWebSockets impatient = webSockets(transport.authority, timeout)) {
            IMqttToken connecting = transport.client.connect(options(impatient));
            try (Peer peer = transport.server.accept()) {
                boolean asked = isAsked(peer, delaying);
                assertEquals(Reason.TIMEOUT, failure(connecting));
                if (asked) {
                    then.with(peer);
                }
                return asked;
            } catch (SocketTimeoutException neverCame) {
                return false;
            }
        }
    }

    private static boolean isAsked(Peer peer, Step delaying) {
        try {
            delaying.with(peer.readRequest());
            return true;
        } catch (IOException givenUp) {
            return false;
        }
    }

    static Reason reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransportException transport) {
                return transport.reason();
            }
        }
        throw new AssertionError("no reason", thrown);
    }

    static WebSocketConnectOptions options(JdkWebSockets webSockets) {
        WebSocketConnectOptions options = new WebSocketConnectOptions(webSockets);
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        return options;
    }

    static JdkWebSockets webSockets(TestAuthority trusted, Duration timeout)
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
