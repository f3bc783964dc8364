package org.benchconnect.upgrade.attack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.testing.TestServer;

/** A web server on loopback with real TLS that carries a folder, or does what a test says. */
final class ReleaseServer implements AutoCloseable {
    private final ServerSocket listener;
    private final TestServer identity;
    /** Below TLS: closing these does not wait for a writer. */
    private final Set<Socket> open = Collections.synchronizedSet(new HashSet<>());

    private volatile Answer answer = ReleaseServer::absent;

    /** What it says to a request. */
    interface Answer {
        /** Writes head and body. */
        void to(String path, OutputStream out) throws IOException;
    }

    ReleaseServer(TestServer identity) {
        this.identity = identity;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Its address, without a slash at the end. */
    String address() {
        return "https://localhost:" + listener.getLocalPort();
    }

    /** Carries the files of a folder from now on. */
    ReleaseServer carries(Path folder) {
        return answers((path, out) -> file(folder.resolve(path.substring(1)), path, out));
    }

    private static void file(Path file, String path, OutputStream out) throws IOException {
        if (Files.isRegularFile(file)) {
            ok(out, Files.readAllBytes(file));
        } else {
            absent(path, out);
        }
    }

    /** The same, but for the files whose path ends so. */
    ReleaseServer carries(Path folder, String end, Answer other) {
        return answers((path, out) -> {
            if (path.endsWith(end)) {
                other.to(path, out);
            } else {
                file(folder.resolve(path.substring(1)), path, out);
            }
        });
    }

    /** Answers so from now on. */
    ReleaseServer answers(Answer other) {
        answer = other;
        return this;
    }

    static void ok(OutputStream out, byte[] body) throws IOException {
        head(out, "200 OK", "Content-Length: " + body.length);
        out.write(body);
    }

    static void absent(String path, OutputStream out) throws IOException {
        head(out, "404 Not Found", "Content-Length: 0");
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        String lines = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        out.write(lines.getBytes(StandardCharsets.ISO_8859_1));
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

    private void serve(Socket plain) {
        try (plain;
                SSLSocket socket = (SSLSocket)
                        identity.context().getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true)) {
            plain.setTcpNoDelay(true);
            socket.setUseClientMode(false);
            InputStream in = socket.getInputStream();
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            for (String path = request(in); !path.isEmpty(); path = request(in)) {
                answer.to(path, out);
                out.flush();
            }
        } catch (IOException refused) {
            // the client hung up, which is what some attacks are about
        }
    }

    /** The path asked for; empty when the client hung up. */
    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "release server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : List.copyOf(open)) {
            each.close();
        }
    }
}
