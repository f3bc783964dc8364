package org.benchconnect.feature.filetransfer;

import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.BROKEN_OFF;
import static org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason.LEASE_ENDED;

import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transfer from its lease to its end: it ends once, whoever ends it first, and then lets go of its file and says in the ledger how it ended. Safe for any
 * thread.
 */
final class OneTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(OneTransfer.class);
    private static final long MOST_SAID = 999_999_999_999_999_999L; // a number of the ledger has 18 digits

    private final Lease lease;
    private final FileToTransfer file;
    private final Ledger ledger;
    /** What lets go of the file; null when the transfer is over. */
    private final AtomicReference<Runnable> open = new AtomicReference<>(() -> {});

    private volatile long entry = -1;
    private volatile long position;

    OneTransfer(Lease lease, FileToTransfer file, Ledger ledger) {
        this.lease = lease;
        this.file = file;
        this.ledger = ledger;
    }

    FileToTransfer file() {
        return file;
    }

    /** How many bytes went so far. */
    void at(long bytes) {
        position = bytes;
    }

    /** From now on the end of the lease cuts it. */
    void begin() throws LeaseEndedException {
        lease.onEnd(() -> over(LEASE_ENDED, LeaseEnd.ERROR));
        check();
    }

    /**
     * Runs this when the transfer ends without having been finished, on the thread that ends it; at once if it has ended.
     *
     * @throws LeaseEndedException if it has
     */
    void onCut(Runnable letGo) throws LeaseEndedException {
        Runnable before = open.get();
        if (before == null || !open.compareAndSet(before, letGo)) {
            letGo.run();
            throw ended();
        }
    }

    /** Does nothing while the transfer may go on. */
    void check() throws LeaseEndedException {
        if (open.get() == null) {
            throw ended();
        }
        try {
            lease.require(Privilege.TRANSFER_FILES);
        } catch (LeaseEndedException e) {
            over(LEASE_ENDED, LeaseEnd.ERROR);
            throw e;
        }
    }

    /** Into the ledger, before what it says takes effect. */
    void append(EventKind kind, String sha256) throws TransferRefusedException {
        try {
            Entry written = ledger.append(event(kind).with(Detail.DIGEST, sha256));
            entry = written.number();
            if (open.get() == null) {
                noteRefusal(LEASE_ENDED); // it ended while that was written
            }
        } catch (LedgerException e) {
            throw refuse(TransferRefusedException.Reason.LEDGER, "the ledger takes no entries");
        }
    }

    /** It is done; false if it was over before. */
    boolean done() {
        boolean first = open.getAndSet(null) != null;
        if (first) {
            lease.end(LeaseEnd.DONE);
        }
        return first;
    }

    /** It is over for this reason. */
    TransferRefusedException refuse(TransferRefusedException.Reason reason, String message) {
        over(reason, LeaseEnd.ERROR);
        return new TransferRefusedException(reason, message);
    }

    /** The same with a refusal that is there already. */
    TransferRefusedException refuse(TransferRefusedException refused) {
        over(refused.reason(), LeaseEnd.ERROR);
        return refused;
    }

    /** Somebody let go of it before its end. */
    void breakOff() {
        over(BROKEN_OFF, LeaseEnd.DONE);
    }

    private void over(TransferRefusedException.Reason reason, LeaseEnd why) {
        Runnable letGo = open.getAndSet(null);
        if (letGo == null) {
            return;
        }
        letGo.run();
        noteRefusal(reason);
        LOG.info("the transfer of {} ended without it: {}", file, reason); // a file prints itself without its name
        lease.end(why);
    }

    /** Only writes it down. */
    void noteRefusal(TransferRefusedException.Reason reason) {
        Event event =
                event(EventKind.FILE_REFUSED).with(Detail.REASON, reason.name()).with(Detail.POSITION, position);
        ledger.note(entry < 0 ? event : event.with(Detail.ENTRY, entry));
    }

    private Event event(EventKind kind) {
        return Event.of(kind)
                .with(Detail.LEASE, lease.id())
                .with(Detail.SESSION, lease.request().session())
                .with(Detail.DIRECTION, file.direction() == FileToTransfer.Direction.OUT ? "out" : "in")
                .with(Detail.SIZE, Math.max(0, Math.min(file.size(), MOST_SAID)));
    }

    private static LeaseEndedException ended() {
        return new LeaseEndedException("the lease for this file has ended");
    }
}
