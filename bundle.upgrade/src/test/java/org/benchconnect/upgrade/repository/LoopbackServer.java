package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import org.benchconnect.crypto.testing.TestServer;

/** A web server on loopback with real TLS, whose answers a test writes byte by byte. */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final boolean listens;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = Collections.synchronizedSet(new HashSet<>());

    /** What it answers. */
    interface Script {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private LoopbackServer(ServerSocketFactory sockets, Script script, boolean listens) {
        this.script = script;
        this.listens = listens;
        try {
            this.listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    static LoopbackServer tls(TestServer identity, Script script) {
        return new LoopbackServer(identity.context().getServerSocketFactory(), script, true);
    }

    /** Without TLS; answers before it is asked. */
    static LoopbackServer plain(Script script) {
        return new LoopbackServer(ServerSocketFactory.getDefault(), script, false);
    }

    /** A whole, well-formed answer. */
    static Script ok(byte[] body) {
        return (path, out) -> {
            head(out, "200 OK", "Content-Length: " + body.length);
            out.write(body);
        };
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    String address() {
        return "https://localhost:" + listener.getLocalPort() + "/repo";
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Request lines and headers, as they came. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (listens && head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return;
                }
                head.append((char) next);
            }
            requests.add(head.toString());
            OutputStream out = socket.getOutputStream();
            script.answer(listens ? head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/")) : "", out);
            out.flush();
        } catch (IOException refused) {
            // the client hung up, which is what several tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "loopback server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : List.copyOf(open)) {
            hangUp(each);
        }
    }

    /** Without waiting for whoever still writes to a client that does not read. */
    private static void hangUp(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            return; // closed already
        }
        socket.close();
    }
}
