package org.benchconnect.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.ledger.Opening.Opened;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Chain;

/** What losses of power left of unfinished writes, and what somebody added who cannot sign: kept, cut, recorded. Used under the lock of {@link Writing}. */
final class Remains {
    private final LedgerFolder folder;
    private final String ledger;
    private final List<Long> unrecorded;
    private final String reason;
    private byte[] tail;
    /** Where this start cut; of what an earlier one cut, the reason is not known any more. */
    private long cutHere = -1;

    /** Of a ledger that was opened. */
    Remains(LedgerFolder folder, Opened opened) {
        this.folder = folder;
        this.ledger = opened.chain().ledger();
        this.tail = opened.tail();
        this.reason = opened.reason().name();
        this.unrecorded = new ArrayList<>(opened.unrecorded());
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
            cutHere = end;
        }
        while (!unrecorded.isEmpty()) {
            long position = unrecorded.get(0);
            byte[] cut = folder.torn(ledger, position);
            Event event = Event.of(EventKind.TAIL_CUT)
                    .with(Detail.POSITION, position)
                    .with(Detail.SIZE, cut.length)
                    .with(Detail.DIGEST, LedgerFolder.sha256(Bytes.of(cut)));
            writer.write(position == cutHere ? event.with(Detail.REASON, reason) : event);
            unrecorded.remove(0);
        }
    }
}
