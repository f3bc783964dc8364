package org.benchconnect.desk.viewer;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.benchconnect.desk.relay.tls.TlsFiles;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server of the supporter's page: static files over TLS. Safe for any thread. */
public final class Viewer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Viewer.class);
    private static final int MOST_THREADS = 32;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final long IDLE_MILLISECONDS = 10_000;

    private final Server server;
    private final ServerConnector connector;

    private Viewer(ViewerSettings settings) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("viewer");
        threads.setDaemon(true);
        server = new Server(threads);
        Page page = new Page(settings.relay(), settings.registryKey());
        server.setHandler(new PageHandler(page, settings.registry()));
        connector = new ServerConnector(server, 1, -1, tls(settings), http());
        connector.setHost(settings.address().getAddress().getHostAddress());
        connector.setPort(settings.address().getPort());
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    }

    /**
     * Starts one; it listens when this returns.
     *
     * @throws IOException if it cannot listen there
     */
    public static Viewer start(ViewerSettings settings) throws IOException {
        Viewer viewer = new Viewer(settings);
        try {
            viewer.server.start();
        } catch (Exception e) { // what Jetty declares
            viewer.close();
            throw new IOException("the viewer cannot listen at " + settings.address() + ": " + e.getMessage(), e);
        }
        LOG.info("the viewer's page is at {}", viewer.address());
        return viewer;
    }

    /** The port it listens at. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // what Jetty declares; there is nothing left to do about it
            LOG.warn("the viewer did not stop well: {}", e.toString());
        }
    }

    private static SslConnectionFactory tls(ViewerSettings settings) {
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
        http.setRequestHeaderSize(HEADER_BYTES);
        return new HttpConnectionFactory(http);
    }
}
