package org.benchconnect.desk.relay;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** One end at the level of RFC 6455's frames, so that it can send what no library would. Blocking; one thread. */
final class RawEnd implements AutoCloseable {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of the sockets, in bytes: little, so that an end that does not read is soon felt. */
    private static final int BUFFER = 64 * 1024;

    private final SSLSocket socket;
    private final DataInputStream in;
    private final OutputStream out;
    final int status;

    /** What came: pings are answered and not shown, unless {@link #nextFrame} asks. */
    record Frame(int opcode, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close, 1005 for none. */
        int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }

    private RawEnd(SSLSocket socket, String request) throws IOException {
        this.socket = socket;
        socket.setSoTimeout((int) PATIENCE.toMillis());
        in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        status = answer();
    }

    static RawEnd agent(RunningRelay relay) throws IOException {
        return connect(relay, "/v1/agent", "");
    }

    static RawEnd viewer(RunningRelay relay) throws IOException {
        return connect(relay, "/v1/viewer", "Origin: " + RunningRelay.VIEWER + "\r\n");
    }

    /** With more header lines, each with its end of line. */
    static RawEnd connect(RunningRelay relay, String path, String headers) throws IOException {
        SSLSocket socket = (SSLSocket) relay.clients().getSocketFactory().createSocket();
        socket.setReceiveBufferSize(BUFFER);
        socket.setSendBufferSize(BUFFER);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), relay.relay().port()));
        return new RawEnd(
                socket,
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
                        + "Sec-WebSocket-Extensions: permessage-deflate\r\n" + headers + "\r\n");
    }

    private int answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        if (text.toLowerCase(java.util.Locale.ROOT).contains("sec-websocket-extensions")) {
            throw new IOException("the relay negotiated an extension");
        }
        return Integer.parseInt(text.split(" ")[1]);
    }

    void text(String text) throws IOException {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    void binary(byte[] bytes) throws IOException {
        frame(BINARY, true, bytes);
    }

    void frame(int opcode, boolean fin, byte[] payload) throws IOException {
        out.write(header(opcode, fin, payload.length));
        out.write(payload); // under a mask of zeros it is as it is
        out.flush();
    }

    /** A header alone, with a mask of zeros. */
    static byte[] header(int opcode, boolean fin, long length) {
        ByteBuffer header = ByteBuffer.allocate(14);
        header.put((byte) ((fin ? 0x80 : 0) | opcode));
        if (length < 126) {
            header.put((byte) (0x80 | length));
        } else if (length < 65536) {
            header.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            header.put((byte) (0x80 | 127)).putLong(length);
        }
        header.putInt(0);
        byte[] bytes = new byte[header.position()];
        header.flip().get(bytes);
        return bytes;
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** The next frame that is no ping; pings are answered. */
    Frame next() throws IOException {
        while (true) {
            Frame frame = nextFrame();
            if (frame.opcode != PING) {
                return frame;
            }
            frame(PONG, true, frame.payload);
        }
    }

    Frame nextFrame() throws IOException {
        int first = in.readByte();
        int second = in.readByte() & 0x7f;
        int length = second == 126 ? in.readUnsignedShort() : second == 127 ? (int) in.readLong() : second;
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new Frame(first & 0x0f, payload);
    }

    /** Reads to the close and returns its code; 1006 where the socket simply ends. */
    int closed() throws IOException {
        try {
            while (true) {
                Frame frame = next();
                if (frame.opcode == CLOSE) {
                    return frame.closeCode();
                }
            }
        } catch (EOFException | java.net.SocketException | javax.net.ssl.SSLException e) {
            return 1006;
        }
    }

    /** As an honest agent: waits, and takes the list. */
    byte[] await(String code) throws IOException {
        text("{\"v\":1,\"code\":\"" + code + "\",\"agent\":\"" + RunningRelay.AGENT + "\"}");
        Frame waiting = next();
        if (waiting.opcode != TEXT) {
            throw new IOException("closed with " + waiting.closeCode());
        }
        String begin = "{\"v\":1,\"status\":\"waiting\",\"list\":";
        if (!waiting.text().startsWith(begin)) {
            throw new IOException(waiting.text());
        }
        int length = Integer.parseInt(
                waiting.text().substring(begin.length(), waiting.text().length() - 1));
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        while (list.size() < length) {
            list.writeBytes(next().payload);
        }
        return list.toByteArray();
    }

    /** As an honest viewer: joins, and returns what the relay says. */
    String join(String code) throws IOException {
        text("{\"v\":1,\"code\":\"" + code + "\"}");
        Frame joined = next();
        return joined.opcode == CLOSE ? "closed " + joined.closeCode() : joined.text();
    }

    /** Both become the two ends of a session, and took what the relay says about it. */
    static void join(RawEnd agent, RawEnd viewer, String code) throws IOException {
        agent.await(code);
        String said = viewer.join(code);
        String told = agent.next().text();
        if (!said.contains("joined") || !told.contains("joined")) {
            throw new IOException(said + told);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
