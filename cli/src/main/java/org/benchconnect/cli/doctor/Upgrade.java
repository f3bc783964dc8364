package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.benchconnect.link.egress.HostPort;

/** The upgrade to WebSocket with the subprotocol mqtt (RFC 6455, 4; MQTT 3.1.1, 6). */
final class Upgrade {
    private static final String OF_THE_SPECIFICATION = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;
    private static final int SWITCHING = 101;

    private Upgrade() {}

    /** What the server answered. Whether it is the right thing, {@link #check} tells: its date is worth knowing either way. */
    static Answer ask(SSLSocket socket, URI address, HostPort server, Limits limits) throws BlockedException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        String key = Base64.getEncoder().encodeToString(random);
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String request = "GET " + path + query + " HTTP/1.1\r\nHost: " + server
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n\r\n";
        try (Guard guard = new Guard(socket, limits)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new Answer(HttpHead.read(socket.getInputStream()), accept(key));
        } catch (IOException e) {
            throw new BlockedException(Cause.WEBSOCKET_SILENT, Map.of());
        }
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((key + OF_THE_SPECIFICATION).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no SHA-1", e);
        }
    }

    /**
     * An answer.
     *
     * @param head of it
     * @param accept what must stand in it
     */
    record Answer(HttpHead head, String accept) {
        void check() throws BlockedException {
            int status = head.status();
            if (status == 0 && head.bytes().length == 0) {
                throw new BlockedException(Cause.WEBSOCKET_SILENT, Map.of());
            }
            if (status != SWITCHING
                    || !head.field("sec-websocket-accept").orElse("").equals(accept)) {
                throw new BlockedException(Cause.NO_WEBSOCKET, Map.of("status", Integer.toString(status)));
            }
            if (!head.field("sec-websocket-protocol").orElse("").equals("mqtt")) {
                throw new BlockedException(Cause.NOT_MQTT, Map.of());
            }
        }
    }
}
