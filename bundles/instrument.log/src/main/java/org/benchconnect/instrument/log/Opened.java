package org.benchconnect.instrument.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Map;

/** A file while it is read: its identity, and its bytes behind a footing. A digest is made once, however many footings it is compared with. Used by one thread. */
final class Opened implements AutoCloseable {
    /** Bytes read at once behind the footing. */
    private static final int CHUNK = 262_144;

    private final SeekableByteChannel channel;
    private final Fingerprints digests;
    private final byte[] head = new byte[Footing.HEAD];
    private final int headLength;
    private final Map<Integer, Long> heads = new HashMap<>();
    private final Map<Long, Long> tails = new HashMap<>();

    Opened(SeekableByteChannel channel, Fingerprints digests) throws IOException {
        this.channel = channel;
        this.digests = digests;
        this.headLength = read(0, head, 0, head.length);
    }

    /** Whether it is the file of this footing, or a copy of it, at least as long. */
    boolean fits(Footing footing) throws IOException {
        if (channel.size() < footing.offset()
                || headLength < footing.headLength()
                || head(footing.headLength()) != footing.head()) {
            return false;
        }
        Long known = tails.get(footing.offset());
        if (known == null) {
            known = tail(footing.offset());
            tails.put(footing.offset(), known);
        }
        return known == footing.tail();
    }

    private long head(int length) {
        return heads.computeIfAbsent(length, all -> digests.of(head, 0, all));
    }

    /** Of the bytes before a position; no digest, and so none of a footing, if they are not there. */
    private long tail(long offset) throws IOException {
        byte[] tail = new byte[(int) Math.min(Footing.TAIL, offset)];
        int length = read(offset - tail.length, tail, 0, tail.length);
        return length == tail.length ? digests.of(tail, 0, length) : -1;
    }

    /** The footing at its begin. */
    Footing begin() {
        return new Footing(head(0), 0, head(0), 0, false);
    }

    /** The footing behind all that is there, without a look at it: what comes next is new. */
    Footing end(LogEncoding wanted) throws IOException {
        long size = channel.size();
        LogEncoding encoding = wanted.of(head, headLength);
        size -= size % encoding.unit();
        byte[] tail = new byte[(int) Math.min(Footing.TAIL, size)];
        int length = read(size - tail.length, tail, 0, tail.length);
        boolean ended = length < encoding.unit() || encoding.endsAt(tail, length - encoding.unit());
        return at(size, tail, length, !ended);
    }

    private Footing at(long offset, byte[] bytes, int end, boolean skipping) {
        int known = (int) Math.min(headLength, offset);
        int tail = (int) Math.min(Footing.TAIL, offset);
        return new Footing(head(known), known, digests.of(bytes, end - tail, end), offset, skipping);
    }

    /** Where reading came to, and whether there is more to read now. */
    record Progress(Footing footing, boolean more) {}

    /**
     * Takes lines behind a footing, as many as one read brings.
     *
     * @param last whether a half line at the end of the file counts as a line
     */
    Progress read(Footing from, LogEncoding wanted, boolean last, LineCutter.Lines lines) throws IOException {
        int lead = (int) Math.min(Footing.TAIL, from.offset());
        byte[] chunk = new byte[(int) Math.min(lead + CHUNK, lead + Math.max(0, channel.size() - from.offset()))];
        int length = read(from.offset() - lead, chunk, 0, chunk.length);
        if (length <= lead) {
            return new Progress(from, false);
        }
        LineCutter cutter = new LineCutter(wanted.of(head, headLength), from.skipping());
        boolean atEnd = from.offset() + length - lead >= channel.size();
        int to = cutter.cut(chunk, lead, length, last && atEnd, lines);
        Footing footing = to == lead ? from : at(from.offset() + to - lead, chunk, to, cutter.skipping());
        return new Progress(footing, to > lead && !atEnd);
    }

    private int read(long position, byte[] into, int from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, from, most);
        channel.position(position);
        while (buffer.hasRemaining() && channel.read(buffer) > 0) {
            // until it is full or the file ends
        }
        return buffer.position() - from;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
