package org.benchconnect.crypto;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first message of a TLS client (RFC 8446, section 4.1.2), with numbers as in the registries of IANA.
 *
 * @param version the legacy one
 * @param suites in the order of preference
 * @param compressions methods
 * @param extensions their bodies
 */
record ClientHello(int version, List<Integer> suites, List<Integer> compressions, Map<Integer, byte[]> extensions) {
    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;

    /** Reads it from the wire, and nothing more. */
    static ClientHello read(InputStream in) throws IOException {
        DataInputStream wire = new DataInputStream(in);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int length = 4;
        while (message.size() < length) {
            if (wire.readUnsignedByte() != HANDSHAKE) {
                throw new IOException("no handshake");
            }
            wire.readUnsignedShort();
            message.write(wire.readNBytes(wire.readUnsignedShort()));
            length = 4 + (ByteBuffer.wrap(message.toByteArray()).getInt() & 0xFFFFFF);
        }
        ByteBuffer bytes = ByteBuffer.wrap(message.toByteArray());
        if (bytes.getInt() >>> 24 != CLIENT_HELLO) {
            throw new IOException("no ClientHello");
        }
        return parse(bytes);
    }

    private static ClientHello parse(ByteBuffer bytes) {
        int version = bytes.getShort();
        bytes.position(bytes.position() + 32);
        bytes.position(bytes.position() + 1 + bytes.get(bytes.position()));
        List<Integer> suites = shorts(slice(bytes, bytes.getShort()));
        List<Integer> compressions = bytes(slice(bytes, bytes.get()));
        Map<Integer, byte[]> extensions = new TreeMap<>();
        ByteBuffer rest = slice(bytes, bytes.getShort());
        while (rest.hasRemaining()) {
            int type = rest.getShort() & 0xFFFF;
            byte[] body = new byte[rest.getShort() & 0xFFFF];
            rest.get(body);
            extensions.put(type, body);
        }
        return new ClientHello(version, suites, compressions, extensions);
    }

    private static ByteBuffer slice(ByteBuffer bytes, int length) {
        ByteBuffer slice = bytes.slice(bytes.position(), length & 0xFFFF);
        bytes.position(bytes.position() + (length & 0xFFFF));
        return slice;
    }

    private static List<Integer> shorts(ByteBuffer bytes) {
        List<Integer> all = new ArrayList<>();
        while (bytes.hasRemaining()) {
            all.add(bytes.getShort() & 0xFFFF);
        }
        return all;
    }

    private static List<Integer> bytes(ByteBuffer bytes) {
        List<Integer> all = new ArrayList<>();
        while (bytes.hasRemaining()) {
            all.add(bytes.get() & 0xFF);
        }
        return all;
    }

    /** The list of an extension whose body is a list of numbers of 16 bits behind its length. */
    List<Integer> list(int type, int lengthBytes) {
        ByteBuffer body = ByteBuffer.wrap(extensions.getOrDefault(type, new byte[lengthBytes]));
        body.position(lengthBytes);
        return shorts(body.slice());
    }

    /** The name of the server, RFC 6066, section 3. */
    String serverName() {
        byte[] body = extensions.getOrDefault(0, new byte[5]);
        return new String(body, 5, body.length - 5, StandardCharsets.US_ASCII);
    }
}
