package org.benchconnect.ledger.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.benchconnect.core.ledger.Flaw;
import org.jspecify.annotations.Nullable;

/** Reads frame after frame and checks their checksums. Takes 64 KiB at a time. For one thread. */
final class FrameReader {
    private static final int BLOCK = 64 * 1024;

    private final Bytes bytes;
    private long position;
    private int before;
    private byte[] block = new byte[0];
    private int at;

    /**
     * Begins at a frame.
     *
     * @param before the checksum of the frame before it
     */
    FrameReader(Bytes bytes, long position, int before) {
        this.bytes = bytes;
        this.position = position;
        this.before = before;
    }

    /**
     * The next one; null at the end.
     *
     * @param entry the number of the entry that is expected there or next, for what an exception says
     */
    @Nullable
    Frame next(long entry) throws IOException, FlawException {
        int left = fill(Frame.PREFIX);
        if (left == 0) {
            return null;
        }
        if (left < Frame.PREFIX) {
            throw new FlawException(Flaw.TAIL, position, entry);
        }
        ByteBuffer prefix = ByteBuffer.wrap(block, at, Frame.PREFIX);
        int length = prefix.getInt();
        int check = prefix.getInt();
        byte type = prefix.get();
        if (!Frame.isPossible(type, length)) {
            throw new FlawException(Flaw.CHECKSUM, position, entry);
        }
        if (fill(Frame.PREFIX + length) < Frame.PREFIX + length) {
            throw new FlawException(Flaw.TAIL, position, entry);
        }
        byte[] payload = Arrays.copyOfRange(block, at + Frame.PREFIX, at + Frame.PREFIX + length);
        Frame frame = new Frame(type, payload, position, before);
        if (frame.check != check) {
            throw new FlawException(Flaw.CHECKSUM, position, entry);
        }
        at += Frame.PREFIX + length;
        position = frame.end();
        before = check;
        return frame;
    }

    /** Makes at least so many bytes available, if there are so many; says how many there are. */
    private int fill(int wanted) throws IOException {
        if (block.length - at < wanted) {
            block = bytes.read(position, BLOCK);
            at = 0;
        }
        return block.length - at;
    }
}
