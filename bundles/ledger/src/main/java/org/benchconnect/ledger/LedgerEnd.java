package org.benchconnect.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict.Finding;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.ledger.Opening.Opened;
import org.benchconnect.ledger.format.Chain;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.format.Index;

/**
 * The end of the ledger's file, where entries and heads are added: each whole or not at all, and nothing of a failed write stays. Used under the lock of
 * {@link Writing}, but for the view.
 */
final class LedgerEnd {
    /** A head after so many entries at the latest, as long as the key is there. */
    static final int ENTRIES_A_HEAD = 64;

    private final LedgerFolder folder;
    private final InstantSource clock;
    private final HeadSigning signing;
    private final HeadDue due;
    private final Consumer<Head> witnesses;
    private final NewestHead newestHead;

    private Chain chain;
    private Index index;
    private Remains remains;
    /** Whether bytes of a failed write may lie behind the end. */
    private boolean dirty;

    private volatile View view;
    private volatile boolean proven;

    /**
     * Of the ledger in a folder, which is opened or begun.
     *
     * @param known the device's key as far as it is known
     * @param witnesses told each new head; must not wait
     */
    LedgerEnd(
            LedgerFolder folder,
            Optional<DeviceKey> known,
            InstantSource clock,
            HeadSigning signing,
            HeadDue due,
            Later later,
            Consumer<Head> witnesses)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.signing = signing;
        this.due = due;
        this.witnesses = witnesses;
        this.newestHead = new NewestHead(folder, later);
        Opened opened = Opening.open(folder, known, clock.instant());
        this.chain = opened.chain();
        this.index = opened.index();
        this.remains = remains(opened);
        this.view = look(opened);
        this.proven = known.isPresent() || chain.head().isEmpty();
    }

    private Remains remains(Opened opened) {
        return new Remains(folder, opened);
    }

    private View look(Opened opened) throws IOException {
        Chain now = opened.chain();
        return new View(
                now.ledger(),
                now.entries(),
                now.length(),
                now.head(),
                opened.index(),
                folder.evidence().size());
    }

    /** Whether the key has spoken for whatever raises rights in it; behind its last head nothing does. For any thread. */
    boolean isProven() {
        return proven;
    }

    /** What is on the disk. For any thread. */
    View view() {
        return view;
    }

    /** Cuts and records what must not stay. */
    void settle() throws IOException {
        if (dirty) {
            folder.cut(chain.length());
            dirty = false;
        }
        remains.settle(chain, event -> addUnsigned(event, clock.instant()));
    }

    /**
     * Adds an entry, with a head in the same write if its kind or enough others ask for one; to be called after {@link #settle}.
     *
     * @throws NotSignedException if it must have a head and nobody signs
     */
    Entry add(Event event, Instant at) throws IOException, NotSignedException {
        if (event.kind().raises() && !signing.isReady()) {
            throw new NotSignedException();
        }
        boolean wanted = event.kind().raises() || event.kind().lowers() || chain.unsigned() + 1 >= ENTRIES_A_HEAD;
        if (wanted && chain.head().isEmpty()) {
            signAll(); // the first head comes alone
        }
        return add(event, at, wanted);
    }

    /** What the ledger says of itself. */
    private void addUnsigned(Event event, Instant at) throws IOException {
        try {
            add(event, at, false);
        } catch (NotSignedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Entry add(Event event, Instant at, boolean headWanted) throws IOException, NotSignedException {
        Chain next = chain.copy();
        Entry entry = next.next(event, at);
        long position = chain.length();
        int before = chain.check();
        ByteArrayOutputStream frames = new ByteArrayOutputStream(640);
        frames.writeBytes(next.add(entry));
        if (headWanted && chain.head().isPresent()) {
            signing.sign(next, clock.instant()).ifPresent(frames::writeBytes);
        }
        if (event.kind().raises() && next.unsigned() > 0) {
            throw new NotSignedException();
        }
        put(frames.toByteArray(), next);
        index.add(entry.number(), position, before);
        took(next);
        return entry;
    }

    /** Whether there are entries without a head. */
    boolean isUnsigned() {
        return chain.unsigned() > 0;
    }

    /**
     * Adds a head over all entries.
     *
     * @return whether somebody signed it
     */
    boolean sign() throws IOException {
        settle();
        return signAll();
    }

    private boolean signAll() throws IOException {
        Chain next = chain.copy();
        Optional<byte[]> frame = signing.sign(next, clock.instant());
        if (frame.isPresent()) {
            if (chain.head().isEmpty()) {
                newestHead.first(next.head().orElseThrow());
            }
            put(frame.get(), next);
            took(next);
        }
        return frame.isPresent();
    }

    private void put(byte[] frames, Chain next) throws IOException {
        try {
            dirty = true;
            folder.append(frames, chain.length());
            dirty = false;
        } catch (IOException e) {
            cutAgain();
            throw e;
        }
        chain = next;
    }

    /** A write failed: nothing of it stays, if the disk allows; otherwise before the next one. */
    private void cutAgain() {
        try {
            folder.cut(chain.length());
            dirty = false;
        } catch (IOException e) {
            dirty = true; // it stays dirty; the failure of the write itself is said
        }
    }

    private void took(Chain now) {
        Optional<Head> before = view.head();
        view = new View(now.ledger(), now.entries(), now.length(), now.head(), index, view.evidence());
        if (!now.head().equals(before)) {
            now.head().ifPresent(newestHead::changed);
            now.head().ifPresent(witnesses);
        }
        if (now.unsigned() > 0 && signing.isReady()) {
            due.unsigned();
        }
    }

    /** A ledger whose newest head another key signed is not this device's: it is set aside, and another one begins. */
    void recognise(DeviceKey device) throws IOException {
        boolean foreign =
                chain.head().filter(head -> !Heads.verifies(head, device)).isPresent();
        if (foreign) {
            Finding finding = new Finding(Flaw.SIGNATURE, chain.length(), chain.entries());
            newestHead.forget();
            Opened renewed = Opening.renew(folder, Optional.of(finding), clock.instant());
            chain = renewed.chain();
            index = renewed.index();
            remains = remains(renewed);
            dirty = false;
            view = look(renewed);
        }
        proven = true;
    }

    /** Ends: the file of the newest head is no longer behind. */
    void close() {
        newestHead.keep();
    }

    /** What is exported now: with a fresh head, which the file does not get. */
    Export export() throws IOException {
        DeviceKey device = signing.device()
                .orElseThrow(() -> new IOException("the device's key is not there yet, so nothing can be signed"));
        byte[] head = signing.sign(chain.copy(), clock.instant())
                .orElseThrow(() -> new IOException("the device's key does not sign now"));
        return new Export(chain.length(), chain.head(), head, device);
    }
}
