package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A real server on loopback that does one thing with every connection. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What it does with a connection, on a thread of its own. */
    public interface Script {
        /** Until it returns; then the connection is closed. */
        void run(Socket connection) throws IOException;
    }

    /**
     * Starts.
     *
     * @param tls for TLS, or null for plain TCP
     */
    public ScriptedServer(@Nullable SSLContext tls, Script script) {
        this.script = script;
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            this.listening = tls == null
                    ? new ServerSocket(0, 50, loopback)
                    : tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                open.add(connection);
                start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            script.run(connection);
        } catch (IOException e) {
            // The client hung up: that is its right.
            return;
        } finally {
            open.remove(connection);
        }
    }

    /** Its port. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Where it is, for a setting. */
    public String address() {
        return "localhost:" + port();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
