package org.benchconnect.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Chain;

/** What losses of power left of unfinished writes: kept, cut, recorded. Used under the lock of {@link Writing}. */
final class Remains {
    private final LedgerFolder folder;
    private final String ledger;
    private final List<Long> unrecorded;
    private byte[] tail;

    /**
     * Of a ledger that was opened.
     *
     * @param tail bytes behind its last whole frame; perhaps none
     * @param unrecorded positions of what was cut before without an entry that says so
     */
    Remains(LedgerFolder folder, String ledger, byte[] tail, List<Long> unrecorded) {
        this.folder = folder;
        this.ledger = ledger;
        this.tail = tail;
        this.unrecorded = new ArrayList<>(unrecorded);
    }

    /** Writes an entry. */
    @FunctionalInterface
    interface Writer {
        void write(Event event) throws IOException;
    }

    /** Cuts what is to be cut behind the end of the chain, and records it. */
    void settle(Chain chain, Writer writer) throws IOException {
        if (tail.length > 0) {
            long end = chain.length();
            folder.keepTorn(ledger, end, tail);
            folder.cut(end);
            unrecorded.remove(end);
            unrecorded.add(end);
            tail = new byte[0];
        }
        while (!unrecorded.isEmpty()) {
            long position = unrecorded.get(0);
            byte[] cut = folder.torn(ledger, position);
            writer.write(Event.of(EventKind.TAIL_CUT)
                    .with(Detail.POSITION, position)
                    .with(Detail.SIZE, cut.length)
                    .with(Detail.DIGEST, LedgerFolder.sha256(Bytes.of(cut))));
            unrecorded.remove(0);
        }
    }
}
