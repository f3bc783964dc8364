package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.BitSet;

/** A file in memory that remembers which of its bytes were read. */
final class ByteArrayChannel implements SeekableByteChannel {
    private final byte[] bytes;
    private final BitSet seen = new BitSet();
    private long position;
    private long bytesRead;
    private int mostPerRead = Integer.MAX_VALUE;

    ByteArrayChannel(byte[] bytes) {
        this.bytes = bytes;
    }

    static FcsFile read(byte[] bytes) {
        try {
            return FcsFile.read(new ByteArrayChannel(bytes));
        } catch (IOException impossible) {
            throw new AssertionError("a file in memory cannot fail", impossible);
        }
    }

    /** Gives at most so many bytes at once. */
    ByteArrayChannel inPiecesOf(int most) {
        mostPerRead = most;
        return this;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Whether the byte at this place was read. */
    boolean wasRead(int at) {
        return seen.get(at);
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= bytes.length) {
            return -1;
        }
        int length = (int) Math.min(Math.min(target.remaining(), mostPerRead), bytes.length - position);
        target.put(bytes, (int) position, length);
        seen.set((int) position, (int) position + length);
        position += length;
        bytesRead += length;
        return length;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException("an instrument's file is never written");
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException("an instrument's file is never written");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
