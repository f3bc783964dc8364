package org.benchconnect.link.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a proxy for a tunnel without signing in, and hangs up: only to know what it wants. Nothing goes through the tunnel if there is one. The caller has
 * asked the rule for both, the proxy and the target.
 */
public final class ProxyQuestion {
    private ProxyQuestion() {}

    /**
     * Blocks until the answer is there.
     *
     * @param proxy resolved, and permitted at that address
     * @param target host and port, which the proxy resolves
     * @param patience for all of it, 1 ms to a minute
     * @return empty if what answered is no proxy
     * @throws IOException if nobody answered in time
     */
    public static Optional<ProxyAnswer> ask(InetSocketAddress proxy, HostPort target, Duration patience)
            throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(proxy, left(deadline));
            socket.getOutputStream()
                    .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return ProxyAnswer.of(head(socket, deadline));
        }
    }

    private static byte[] head(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int line = 0;
        while (head.size() <= ProxyAnswer.MAX_HEAD) {
            socket.setSoTimeout(left(deadline));
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            if (next == '\n') {
                if (line == 0) {
                    break;
                }
                line = 0;
            } else if (next != '\r') {
                line++;
            }
        }
        return head.toByteArray();
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("no answer in time");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }
}
