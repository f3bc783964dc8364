package org.benchconnect.consent.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.consent.notes.NewEntries;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether fixes are allowed: what the ledger says <em>and</em> the file {@code consent/fixes}, which names the entry. Deleting the file takes it back on a disk that
 * takes nothing else; a ledger that is absent, unreadable or began anew allows nothing. Safe for any thread; {@link #takeBack} waits for no ledger.
 */
final class StandingConsent {
    private static final Logger LOG = LoggerFactory.getLogger(StandingConsent.class);
    private static final int MOST = 32; // bytes of the file

    private final Storage storage;
    private final Path folder;
    private final Object disk = new Object();
    private final NewEntries entries = new NewEntries(); // guarded by it, as the next
    private FixesBook book = new FixesBook();
    private volatile long takenBack = -1; // no entry up to this one counts
    private volatile boolean unsaved;
    private final AtomicInteger takenBackOften = new AtomicInteger();

    /** Of this home folder. */
    StandingConsent(Storage storage, Path home) {
        this.storage = storage;
        this.folder = home.resolve("consent");
    }

    /** Who gave it, if it is in force. */
    Optional<Approval> now(@Nullable Ledger ledger) {
        return ledger == null ? Optional.empty() : said(ledger).filter(one -> one.entry() > takenBack && isOnDisk(one));
    }

    private Optional<Approval> said(Ledger ledger) {
        synchronized (entries) {
            boolean whole = entries.read(ledger, () -> book = new FixesBook(), entry -> book.take(entry));
            return whole ? book.allowed() : Optional.empty();
        }
    }

    /** Whether a person answered this plan already, or it did not stay; by what was last read. */
    boolean isAnswered(String plan) {
        synchronized (entries) {
            return book.isAnswered(plan);
        }
    }

    private boolean isOnDisk(Approval one) {
        try {
            return storage.read(file(), MOST)
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                    .filter(String.valueOf(one.entry())::equals)
                    .isPresent();
        } catch (IOException e) {
            LOG.warn("whether fixes are allowed cannot be read: they are asked about", e);
            return false;
        }
    }

    /**
     * The ledger has it as this entry.
     *
     * @throws IOException if the disk does not take it: then it is not in force
     */
    void begin(long entry) throws IOException {
        synchronized (disk) {
            DurableFiles files = new DurableFiles(storage);
            files.makeFolder(folder);
            files.write(file(), entry + "\n");
            unsaved = false;
        }
    }

    /**
     * No more, from now on, whatever the ledger still says. The file goes with {@link #forget}.
     *
     * @return whether that is new since the start
     */
    boolean takeBack() {
        takenBackOften.incrementAndGet();
        boolean isNew = takenBack != Long.MAX_VALUE;
        takenBack = Long.MAX_VALUE;
        return isNew;
    }

    /** Changes whenever it is taken back: who gives it compares this before and after. */
    int takenBackOften() {
        return takenBackOften.get();
    }

    /** One that is given now counts although an earlier one was taken back. */
    void allowAfter(long entry) {
        takenBack = entry - 1;
    }

    /** Deletes the file; tried again with {@link #retry}. */
    void forget() {
        synchronized (disk) {
            try {
                new DurableFiles(storage).delete(file());
                unsaved = false;
            } catch (IOException e) {
                if (!unsaved) {
                    LOG.warn("that fixes are asked about again is not on the disk yet; it is tried again", e);
                }
                unsaved = true;
            }
        }
    }

    /** Tries again what the disk did not do. */
    void retry() {
        if (unsaved) {
            forget();
        }
    }

    private Path file() {
        return folder.resolve("fixes");
    }
}
