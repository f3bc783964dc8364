package org.benchconnect.ledger.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.Entry;

/** Where every 64th entry stands, so that any of them is found by reading a few; 16 bytes for each 64. Safe for any thread. */
public final class Index {
    private static final int STRIDE = 64;

    private record Mark(long position, int before) {}

    private final List<Mark> marks = new ArrayList<>();

    /**
     * Notes an entry, which follows the one noted before it.
     *
     * @param position of its frame, in bytes
     * @param before the checksum of the frame before it
     */
    public synchronized void add(long number, long position, int before) {
        if (number % STRIDE == 0) {
            marks.add(new Mark(position, before));
        }
    }

    private synchronized Mark mark(long number) {
        return marks.get((int) (number / STRIDE));
    }

    /**
     * Reads entries in order, leaving out those of kinds that this agent does not know.
     *
     * @param from the number of the first, which is there
     * @param most at most so many
     * @throws IOException if they are not as they were written, too
     */
    public List<Entry> read(Bytes ledger, long from, int most) throws IOException {
        Mark mark = mark(from);
        List<Entry> entries = new ArrayList<>();
        FrameReader frames = new FrameReader(ledger, mark.position, mark.before);
        try {
            for (Frame frame = frames.next(from); frame != null && entries.size() < most; frame = frames.next(from)) {
                if (frame.type == Frame.ENTRY) {
                    Kept kept = Kept.read(frame.payload);
                    if (kept.number() >= from) {
                        kept.entry().ifPresent(entries::add);
                    }
                }
            }
            return entries;
        } catch (FlawException | FormException e) {
            throw new IOException("the ledger is not as it was written any more", e);
        }
    }
}
