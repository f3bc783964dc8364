package org.benchconnect.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Verifier;
import org.jspecify.annotations.Nullable;

/** The ledger in a folder of this PC. Safe for any thread; readers never wait for the disk to write. */
public final class FileLedger implements Ledger, AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final LedgerFolder folder;
    private final InstantSource clock;
    private final NoteQueue notes = new NoteQueue();
    private final Later later;
    private final Writing writing;

    /**
     * Opens it, or begins one. What a loss of power left is cut; a broken one is set aside, and a new one begins.
     *
     * @param folder where its files are
     * @param known the device's key as far as it is known before it can sign: the newest head must be its
     * @param later where notes are written and heads signed
     * @param witnesses gets each new head, on that thread
     * @throws IOException if it can neither be read nor begun now; nothing is lost by trying again
     */
    public FileLedger(
            Storage storage,
            Reads reads,
            Path folder,
            Optional<DeviceKey> known,
            InstantSource clock,
            Later later,
            Consumer<Head> witnesses)
            throws IOException {
        this.folder = new LedgerFolder(storage, reads, folder);
        this.clock = clock;
        this.later = later;
        this.writing = new Writing(this.folder, known, clock, notes, later, witnesses);
    }

    /** From now on the device's key signs heads, at once the first one. Null: not any more. */
    public void signer(@Nullable Signer signer) {
        writing.signer(signer);
    }

    @Override
    public Entry append(Event event) throws LedgerException {
        return writing.append(event);
    }

    @Override
    public void note(Event event) {
        notes.add(event, clock.instant());
        later.run(writing::writeNotes);
    }

    @Override
    public List<Entry> entries(long from, int most) {
        View view = writing.view();
        long first = Math.max(0, from);
        if (first >= view.size() || most <= 0) {
            return List.of();
        }
        try {
            return view.index().read(folder.bytes().until(view.length()), first, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return writing.view().size();
    }

    @Override
    public Optional<Head> head() {
        return writing.view().head();
    }

    @Override
    public LedgerState state() {
        if (writing.isTroubled()) {
            return LedgerState.CANNOT_WRITE;
        }
        return evidence() > 0 ? LedgerState.EVIDENCE_KEPT : LedgerState.TAKES_ENTRIES;
    }

    @Override
    public String id() {
        return writing.view().ledger();
    }

    @Override
    public void export(OutputStream out) throws IOException {
        Export export = writing.export();
        Bytes bytes = folder.bytes().until(export.length());
        long position = 0;
        for (byte[] block = bytes.read(0, BLOCK); block.length > 0; block = bytes.read(position, BLOCK)) {
            out.write(block);
            position += block.length;
        }
        if (position != export.length()) {
            throw new IOException("the ledger's file is shorter than what was written");
        }
        out.write(export.fresh());
    }

    @Override
    public Verdict verify() throws IOException {
        Export export = writing.export();
        Bytes file = folder.bytes().until(export.length());
        Bytes whole = (position, most) -> position < export.length()
                ? file.read(position, most)
                : Bytes.of(export.fresh()).read(position - export.length(), most);
        return Verifier.verify(whole, export.device(), export.newest());
    }

    /**
     * Whether the device's key has spoken for whatever raises rights in it: it was known at the start, or has come since, or there is no such entry. Before,
     * nobody may draw rights from the entries.
     */
    public boolean isProven() {
        return writing.isProven();
    }

    /** How many events wait for the disk. */
    int waiting() {
        return notes.size();
    }

    /** How many files of broken ledgers are kept now; somebody may take them to a safe place. */
    int evidence() {
        try {
            return folder.evidence().size();
        } catch (IOException e) {
            return writing.view().evidence();
        }
    }

    /** Writes what waits, signs a last head and lets go of the file. */
    @Override
    public void close() {
        later.end();
        writing.close();
    }
}
