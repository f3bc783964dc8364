package org.benchconnect.link.transport;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.benchconnect.crypto.testing.TestServer;

/** A WebSocket server of raw bytes (RFC 6455), for one connection, so that a test can send what no library would. */
final class RawServer implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CONTINUATION = 0;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final SSLServerSocket listener;

    RawServer(TestServer server) throws IOException {
        listener = (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(60_000);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Takes a connection, and answers nothing yet. */
    Peer accept() throws IOException {
        return new Peer((SSLSocket) listener.accept());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /**
     * A frame of the client's.
     *
     * @param opcode which
     * @param payload unmasked
     */
    record Frame(int opcode, byte[] payload) {}

    /** One connection. */
    static final class Peer implements AutoCloseable {
        private final SSLSocket socket;
        private final DataInputStream in;
        private final OutputStream out;
        private String request = "";

        Peer(SSLSocket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(60_000);
            this.in = new DataInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        /** Reads the request; the answer is another call. */
        Peer readRequest() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!bytes.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                bytes.write(in.readByte());
            }
            request = bytes.toString(StandardCharsets.US_ASCII);
            return this;
        }

        String header(String name) {
            return request.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        Peer upgrade() throws IOException {
            try {
                byte[] accept = MessageDigest.getInstance("SHA-1")
                        .digest((header("Sec-WebSocket-Key") + GUID).getBytes(StandardCharsets.US_ASCII));
                answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: mqtt\r\nSec-WebSocket-Accept: "
                        + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n");
                return this;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        void answer(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** Answers the upgrade and the CONNECT packet. */
        Peer connect() throws IOException {
            readRequest().upgrade();
            Frame connect = read();
            if (connect.opcode() != BINARY || connect.payload()[0] != 0x10) {
                throw new IOException("not a CONNECT");
            }
            frame(BINARY, true, new byte[] {0x20, 2, 0, 0});
            return this;
        }

        void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void frame(int opcode, boolean last, byte[] payload) throws IOException {
            raw(encoded(opcode, last, payload));
        }

        static byte[] encoded(int opcode, boolean last, byte[] payload) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write((last ? 0x80 : 0) | opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.writeBytes(payload);
            return frame.toByteArray();
        }

        Frame read() throws IOException {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Frame(opcode, payload);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
