package org.benchconnect.engine.rfb.filter;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** What a desktop server says, read as it comes. Blocks; for one thread. */
public final class ServerInput {
    private static final int SIZE = 64 * 1024;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE).flip();

    /** From here; the caller closes it. */
    public ServerInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    private void need(int bytes) throws IOException {
        while (buffer.remaining() < bytes) {
            buffer.compact();
            try {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("the desktop server ended the connection");
                }
            } finally {
                buffer.flip();
            }
        }
    }

    /** Whether the next byte is here already. */
    boolean waiting() {
        return buffer.hasRemaining();
    }

    /** One byte. */
    public int u8() throws IOException {
        need(1);
        return Byte.toUnsignedInt(buffer.get());
    }

    /** Two. */
    public int u16() throws IOException {
        need(2);
        return Short.toUnsignedInt(buffer.getShort());
    }

    /** Four. */
    public int s32() throws IOException {
        need(4);
        return buffer.getInt();
    }

    /** At least one, at most so many, straight into there. */
    int some(byte[] into, int at, int most) throws IOException {
        need(1);
        int length = Math.min(most, buffer.remaining());
        buffer.get(into, at, length);
        return length;
    }

    /** So many. */
    public void bytes(byte[] into, int at, int length) throws IOException {
        for (int done = 0; done < length; ) {
            done += some(into, at + done, length - done);
        }
    }

    /** Reads and forgets. */
    public void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            need(1);
            int some = (int) Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + some);
            left -= some;
        }
    }
}
