package org.benchconnect.cli.preflight;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.OptionalDouble;
import javax.net.ssl.SSLSocket;
import org.benchconnect.link.egress.HostPort;

/** One upload of random bytes to the named endpoint, for as long as it was said: how much gets out of this network. Nothing of this PC is in it. */
final class Upload {
    private static final int CHUNK = 16 * 1024;
    /** So that what waits in this PC does not count as sent. */
    private static final int WAITING = 64 * 1024;
    /** What ends sooner says nothing. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Duration length;

    Upload(Duration length) {
        this.length = length;
    }

    /**
     * Mbit/s of payload; empty if the server did not take it for long enough.
     *
     * @param secure an open connection, used up by this
     */
    OptionalDouble measure(SSLSocket secure, URI address, HostPort server) {
        long begin = System.nanoTime();
        long sent = 0;
        try {
            secure.setSendBufferSize(WAITING);
            OutputStream out = secure.getOutputStream();
            String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + server
                            + "\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = new byte[CHUNK];
            new SecureRandom().nextBytes(bytes);
            byte[] head = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            byte[] end = {'\r', '\n'};
            while (System.nanoTime() - begin < length.toNanos()) {
                out.write(head);
                out.write(bytes);
                out.write(end);
                sent += CHUNK;
            }
        } catch (IOException e) {
            // The server had enough; what went until then counts.
            return result(sent, System.nanoTime() - begin);
        }
        return result(sent, System.nanoTime() - begin);
    }

    private OptionalDouble result(long sent, long nanos) {
        Duration shortest = length.compareTo(SHORTEST) < 0 ? length : SHORTEST;
        return nanos < shortest.toNanos() ? OptionalDouble.empty() : OptionalDouble.of(sent * 8_000.0 / nanos);
    }
}
