package org.benchconnect.link.transport;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * How WebSockets are opened: the TLS, the proxy and the threads of one link, shared by all of its connections. All threads
 * are daemons. {@link #close} ends those that run callbacks; the one selector thread of the JDK's client ends when the
 * garbage collector finds this object unused, because the client of JDK 17 cannot be closed.
 *
 * <p>{@code WebSocket.Builder.connectTimeout} is never set: behind an authenticating proxy JDK 17 kills the living socket
 * when it is over.
 */
public final class JdkWebSockets implements AutoCloseable {
    /** Sub-protocol of MQTT 3.1.1, section 6. */
    private static final String MQTT = "mqtt";

    private final ExecutorService callbacks;
    private final BoundedTls tls;
    private final HttpClient client;
    private final Duration connectTimeout;

    /**
     * With what every connection is made.
     *
     * @param tls whom to trust
     * @param parameters versions, cipher suites, the check of the host
     * @param proxy which proxy, {@link HttpClient.Builder#NO_PROXY} for none
     * @param authenticator what to tell a proxy that asks, or null
     * @param connectTimeout for proxy, TLS and upgrade together
     */
    public JdkWebSockets(
            SSLContext tls,
            SSLParameters parameters,
            ProxySelector proxy,
            @Nullable Authenticator authenticator,
            Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
        this.tls = BoundedTls.of(tls);
        this.callbacks = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), JdkWebSockets::thread);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(this.tls)
                .sslParameters(parameters)
                .proxy(proxy)
                .executor(callbacks);
        if (authenticator != null) {
            builder.authenticator(authenticator);
        }
        this.client = builder.build();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "benchconnect-link-callback");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to open one. The caller gives up with {@code cancel(true)}, which the JDK's client passes on to its connection.
     * One at a time: what the server says is counted for the attempt begun last.
     */
    CompletableFuture<WebSocket> open(URI address, WebSocket.Listener listener) {
        Attempt attempt = tls.begin();
        return client.newWebSocketBuilder()
                .subprotocols(MQTT)
                .buildAsync(address, listener)
                .whenComplete((socket, failure) -> {
                    if (socket != null) {
                        attempt.opened();
                    }
                });
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    /** To be called when no connection is left. */
    @Override
    public void close() {
        callbacks.shutdown();
    }
}
