package org.benchconnect.tests.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A listening socket on loopback with a thread for each connection; all end with it. */
final class Wire implements AutoCloseable {
    private static final int LONGEST_HEAD = 8192;

    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final String name;

    /** What becomes of a connection; it is closed afterwards. */
    interface Visit {
        void of(Socket socket) throws IOException;
    }

    Wire(String name, Visit visit) throws IOException {
        this.name = name;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(name, () -> accept(visit));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept(Visit visit) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                run(name + " connection", () -> {
                    try (socket) {
                        visit.of(socket);
                    } catch (IOException e) {
                        reset(socket); // either side has gone
                    } finally {
                        open.remove(socket);
                    }
                });
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    /** Resets every connection. */
    void resetAll() {
        open.forEach(Wire::reset);
    }

    static Thread run(String name, Runnable work) {
        Thread thread = new Thread(work, "network " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // closed already
        }
        close(socket);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            Thread.yield(); // nobody is there to be told
        }
    }

    /** Up to the empty line of an HTTP head. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException("no head of HTTP");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The length of a fault is its input, not a wait for something. */
    static void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        resetAll();
    }
}
