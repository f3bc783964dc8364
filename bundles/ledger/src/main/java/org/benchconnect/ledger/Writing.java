package org.benchconnect.ledger;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.launcher.list.DeviceKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that writes into the ledger, one write at a time: what waits before what comes, and again later what the disk does not take. */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private final LedgerFolder folder;
    private final InstantSource clock;
    private final NoteQueue notes;

    private final ReentrantLock lock = new ReentrantLock();
    private final HeadSigning signing = new HeadSigning();
    private final HeadDue due;
    private final DiskTrouble trouble;
    private final LedgerEnd end;

    Writing(
            LedgerFolder folder,
            Optional<DeviceKey> known,
            InstantSource clock,
            NoteQueue notes,
            Later later,
            Consumer<Head> witnesses)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.notes = notes;
        this.due = new HeadDue(later, this::signDue);
        this.trouble = new DiskTrouble(later, this::retry);
        this.end = new LedgerEnd(
                folder, known, clock, signing, due, later, head -> later.run(() -> witnesses.accept(head)));
        tryTo(end::settle);
    }

    /** Writes something. */
    @FunctionalInterface
    private interface Work {
        void write() throws IOException;
    }

    /** Under the lock; if the disk does not take it, it is tried again later. */
    private void tryTo(Work work) {
        lock.lock();
        try {
            work.write();
        } catch (IOException e) {
            trouble.because(e);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the key has spoken for whatever raises rights in it. */
    boolean isProven() {
        return end.isProven();
    }

    View view() {
        return end.view();
    }

    /** Whether the disk did not take what was written last. */
    boolean isTroubled() {
        return trouble.is();
    }

    Entry append(Event event) throws LedgerException {
        lock.lock();
        try {
            end.settle();
            drain();
            Entry entry = end.add(event, clock.instant());
            trouble.over();
            return entry;
        } catch (NotSignedException e) {
            throw new LedgerException(NotSignedException.WHY, e);
        } catch (IOException e) {
            trouble.because(e);
            throw new LedgerException("the disk does not take the entry: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits; if the disk does not take it, tries again later. */
    void writeNotes() {
        tryTo(() -> {
            if (notes.size() > 0) {
                end.settle();
                drain();
                trouble.over();
            }
        });
    }

    private void drain() throws IOException {
        boolean signed = signing.isReady();
        for (NoteQueue.Note note = notes.first(signed); note != null; note = notes.first(signed)) {
            try {
                end.add(note.event(), note.at());
                notes.written(note);
            } catch (NotSignedException e) {
                LOG.warn("An event waits to be written down: {}", NotSignedException.WHY);
                signed = false;
            }
        }
    }

    private void retry() {
        tryTo(() -> {
            trouble.trying();
            if (trouble.is()) {
                end.settle();
                folder.probe();
                drain();
                trouble.over();
            }
        });
    }

    private void signDue() {
        tryTo(() -> {
            due.came();
            signRest();
        });
    }

    private void signRest() throws IOException {
        if (end.isUnsigned() && end.sign()) {
            trouble.over();
        }
    }

    /** From now on this one signs, if the ledger is this device's; nobody for null. */
    void signer(@Nullable Signer given) {
        lock.lock();
        try {
            signing.signer(given);
            if (given != null) {
                recognise(DeviceKey.of(given.publicKey()));
                tryTo(this::signRest);
                writeNotes();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Where a foreign ledger cannot be set aside, nothing is signed in it. */
    private void recognise(DeviceKey device) {
        try {
            end.recognise(device);
        } catch (IOException e) {
            signing.signer(null);
            trouble.because(e);
        }
    }

    Export export() throws IOException {
        lock.lock();
        try {
            return end.export();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, signs a last head and lets go of the signer. */
    void close() {
        lock.lock();
        try {
            writeNotes();
            tryTo(this::signRest);
            end.close();
            signing.signer(null);
        } finally {
            lock.unlock();
        }
    }
}
