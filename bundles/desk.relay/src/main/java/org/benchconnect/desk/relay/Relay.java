package org.benchconnect.desk.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running relay: WebSocket over TLS, nothing else. Guaranteed: an end gets only what the one other end of its code sent, in its order; of
 * one end at most one frame of at most 64 KiB is under way, so a slow end slows its other end down and fills no memory. Not guaranteed: that what arrives is what was
 * sent; the two ends check that themselves, and trust no relay. Safe for any thread.
 */
public final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long LOOK_MILLISECONDS = 200;
    private static final int MOST_THREADS = 64;
    private static final int HEADER_BYTES = 8 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final ScheduledExecutorService looks;
    private final Floor floor;

    private Relay(RelaySettings settings) {
        floor = new Floor(settings.limits(), settings.supporters(), System::nanoTime);
        Doorstep doorstep = new Doorstep(settings.limits(), System::nanoTime);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("relay");
        threads.setDaemon(true);
        server = new Server(threads);
        server.setHandler(new Gate(floor, settings.viewers()));
        server.setErrorHandler((request, response, callback) -> { // a status says enough
            callback.succeeded();
            return true;
        });
        connector = new ServerConnector(server, 1, -1, tls(settings), http());
        connector.setHost(settings.address().getAddress().getHostAddress());
        connector.setPort(settings.address().getPort());
        connector.setIdleTimeout(settings.limits().firstMessage().toMillis());
        connector.addBean(doorstep);
        server.addConnector(connector);
        looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "relay-look");
            daemon.setDaemon(true);
            return daemon;
        });
        looks.scheduleWithFixedDelay(() -> look(doorstep), LOOK_MILLISECONDS, LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /**
     * Starts one; it listens when this returns.
     *
     * @throws IOException if it cannot listen there
     */
    public static Relay start(RelaySettings settings) throws IOException {
        Relay relay = new Relay(settings);
        try {
            relay.server.start();
        } catch (Exception e) { // what Jetty declares
            relay.close();
            throw new IOException("the relay cannot listen at " + settings.address() + ": " + e.getMessage(), e);
        }
        LOG.info("the relay listens at {}", relay.address());
        return relay;
    }

    /** The port it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** How many ends are open. */
    public int open() {
        return floor.open();
    }

    /** How many agents wait. */
    public int waiting() {
        return floor.codes().waiting();
    }

    /** Ends every session. */
    @Override
    public void close() {
        looks.shutdownNow();
        floor.shutDown();
        try {
            server.stop();
        } catch (Exception e) { // what Jetty declares; there is nothing left to do about it
            LOG.warn("the relay did not stop well: {}", e.toString());
        }
    }

    private void look(Doorstep doorstep) {
        try {
            floor.look();
            doorstep.look();
        } catch (RuntimeException e) { // or it would never look again
            LOG.error("the relay could not look after its sockets", e);
        }
    }

    private static SslConnectionFactory tls(RelaySettings settings) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(settings.tls());
        tls.setIncludeProtocols(TlsFiles.PROTOCOLS.toArray(String[]::new));
        tls.setIncludeCipherSuites(TlsFiles.CIPHER_SUITES.toArray(String[]::new));
        tls.setRenegotiationAllowed(false);
        return new SslConnectionFactory(tls, "http/1.1");
    }

    private static HttpConnectionFactory http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true); // agents compare their clocks with it
        http.setRequestHeaderSize(HEADER_BYTES);
        return new HttpConnectionFactory(http);
    }
}
