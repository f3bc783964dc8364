package org.benchconnect.upgrade.repository;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any place: a file, or memory. Safe for any thread. */
interface RandomBytes {
    /** How many there are. */
    long size();

    /** Reads some bytes at a place into the buffer; -1 at the end. */
    int read(ByteBuffer into, long position) throws IOException;

    /** A file, of the length that it has now. */
    static RandomBytes of(FileChannel channel) throws IOException {
        long size = channel.size();
        return new RandomBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public int read(ByteBuffer into, long position) throws IOException {
                return channel.read(into, position);
            }
        };
    }

    /** Memory. */
    static RandomBytes of(byte[] bytes) {
        return new RandomBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(ByteBuffer into, long position) {
                int count = (int) Math.min(into.remaining(), bytes.length - position);
                if (count <= 0) {
                    return -1;
                }
                into.put(bytes, (int) position, count);
                return count;
            }
        };
    }

    /** Exactly so many bytes from a place on, least significant byte first. */
    default ByteBuffer slice(long position, int length) throws IOException {
        if (position < 0 || position + length > size()) {
            throw new EOFException("the file ends before");
        }
        ByteBuffer slice = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (slice.hasRemaining()) {
            if (read(slice, position + slice.position()) < 0) {
                throw new EOFException("the file became shorter");
            }
        }
        return slice.flip();
    }
}
