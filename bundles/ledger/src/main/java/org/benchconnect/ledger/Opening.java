package org.benchconnect.ledger;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict.Finding;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.ledger.format.Chain;
import org.benchconnect.ledger.format.FormException;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.format.Index;
import org.benchconnect.ledger.format.Kept;
import org.benchconnect.ledger.format.Scan;
import org.benchconnect.ledger.format.Tear;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out, when the agent starts, how its ledger is: whole, torn at its end by a loss of power, broken, or not there yet. */
final class Opening implements Scan.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String TAIL_CUT = EventKind.TAIL_CUT.name();

    private final LedgerFolder folder;
    private final Optional<DeviceKey> device;
    private final Index index = new Index();
    private final List<Long> recorded = new ArrayList<>();
    private Optional<Head> kept = Optional.empty();
    private String rootAtKept = "";
    /** Where the first entry stands that may raise rights and is under no head; negative if there is none. */
    private long unsigned = -1;

    private Opening(LedgerFolder folder, Optional<DeviceKey> device) {
        this.folder = folder;
        this.device = device;
    }

    /**
     * A ledger that goes on.
     *
     * @param chain where its whole frames end
     * @param index of its entries
     * @param tail bytes behind them that must not stay; perhaps none
     * @param reason why not
     * @param unrecorded positions of what was cut before without an entry that says so
     */
    record Opened(Chain chain, Index index, byte[] tail, Reason reason, List<Long> unrecorded) {}

    /** Why the end of a ledger is cut. */
    enum Reason {
        /** A loss of power left a part of a write. */
        TORN,
        /** An entry raises rights and no head covers it: the agent writes none such. */
        UNSIGNED
    }

    /** Reads it, and sets it aside and begins a new one if it is broken. */
    static Opened open(LedgerFolder folder, Optional<DeviceKey> device, Instant now) throws IOException {
        folder.make();
        if (!folder.hasEntries()) {
            if (folder.hasHead()) {
                LOG.error("The ledger's entries are gone, and only its newest head is left");
                return renew(folder, Optional.of(new Finding(Flaw.TRUNCATED, 0, 0)), now);
            }
            return begin(folder, Optional.empty(), now);
        }
        return new Opening(folder, device).read(now, Long.MAX_VALUE);
    }

    /**
     * Reads it.
     *
     * @param end where an entry begins that does not count; what follows is cut
     */
    private Opened read(Instant now, long end) throws IOException {
        Optional<byte[]> head = folder.head();
        try {
            kept = head.isPresent() ? Optional.of(Heads.read(head.get())) : Optional.empty();
        } catch (FormException e) {
            return renew(folder, Optional.of(new Finding(Flaw.FORM, 0, 0)), now);
        }
        Scan scan = Scan.of(folder.bytes().until(end), this);
        byte[] tail = tail(scan);
        Optional<Finding> broken = scan.chain()
                .map(chain -> scan.finding().filter(flaw -> tail.length == 0).or(() -> heads(chain)))
                .orElse(scan.finding());
        if (broken.isPresent()) {
            return renew(folder, broken, now);
        }
        Chain chain = scan.chain().orElseThrow();
        if (unsigned >= 0) {
            return withoutUnsigned(chain, now);
        }
        List<Long> unrecorded = new ArrayList<>(folder.positionsOfTorn(chain.ledger()));
        unrecorded.removeAll(recorded);
        return end == Long.MAX_VALUE
                ? new Opened(chain, index, tail, Reason.TORN, unrecorded)
                : new Opened(chain, index, rest(end), Reason.UNSIGNED, unrecorded);
    }

    /**
     * Such an entry is the rest of an unfinished write, whose head is missing, or somebody added it who cannot sign: it is none of ours, and what follows it is not
     * either.
     */
    private Opened withoutUnsigned(Chain chain, Instant now) throws IOException {
        LOG.error("The ledger has an entry that raises rights and is not signed. It does not count and is cut");
        return folder.length() - unsigned > LedgerFolder.MAX_TORN
                ? renew(folder, Optional.of(new Finding(Flaw.NOT_SIGNED, unsigned, chain.entries())), now)
                : new Opening(folder, device).read(now, unsigned);
    }

    private byte[] rest(long position) throws IOException {
        return folder.bytes().read(position, LedgerFolder.MAX_TORN);
    }

    @Override
    public boolean accepts(Head head) {
        unsigned = -1; // all before it is under a head; whether that is this device's decides the newest one
        return true;
    }

    @Override
    public void entry(Kept entry, long position, int before, Chain after) {
        index.add(entry.number(), position, before);
        if (unsigned < 0 && mayRaise(entry)) {
            unsigned = position;
        }
        if (kept.isPresent() && kept.get().size() == after.entries()) {
            rootAtKept = after.root();
        }
        String cutAt = entry.details().getOrDefault(Detail.POSITION.key(), "");
        if (entry.kind().equals(TAIL_CUT) && Detail.POSITION.takes(cutAt)) {
            recorded.add(Long.valueOf(cutAt));
        }
    }

    /** A kind that only a newer agent knows may raise too. */
    private static boolean mayRaise(Kept entry) {
        return entry.entry().map(known -> known.event().kind().raises()).orElse(true);
    }

    /** What a loss of power left behind the last whole frame; nothing if it is not that. */
    private byte[] tail(Scan scan) throws IOException {
        if (scan.finding().isEmpty() || scan.chain().isEmpty()) {
            return new byte[0];
        }
        Finding flaw = scan.finding().get();
        long length = folder.length();
        if (!Tear.isPossible(flaw, length)) {
            return new byte[0];
        }
        byte[] tail = folder.bytes().read(flaw.position(), (int) (length - flaw.position()));
        return Tear.isOne(tail, scan.chain().get().entries()) ? tail : new byte[0];
    }

    /** Whether the newest heads, that of the file beside it and its own, fit. The file is there before any other head is. */
    private Optional<Finding> heads(Chain chain) {
        boolean keptIsGone = kept.isEmpty() && chain.head().isPresent();
        Optional<Flaw> flaw = kept.flatMap(head -> against(head, chain))
                .or(() -> keptIsGone ? Optional.of(Flaw.TRUNCATED) : Optional.empty())
                .or(() -> chain.head().filter(this::isForeign).map(head -> Flaw.SIGNATURE));
        return flaw.map(what -> new Finding(what, chain.length(), chain.entries()));
    }

    private Optional<Flaw> against(Head head, Chain chain) {
        if (!head.ledger().equals(chain.ledger())) {
            return Optional.of(Flaw.OTHER_LEDGER);
        } else if (head.size() > chain.entries()) {
            return Optional.of(Flaw.TRUNCATED);
        } else if (!head.root().equals(rootAtKept)) {
            return Optional.of(Flaw.FORKED);
        }
        return isForeign(head) ? Optional.of(Flaw.SIGNATURE) : Optional.empty();
    }

    private boolean isForeign(Head head) {
        return device.isPresent() && !Heads.verifies(head, device.get());
    }

    /** Sets the broken one aside and begins another. */
    static Opened renew(LedgerFolder folder, Optional<Finding> broken, Instant now) throws IOException {
        LOG.error("The ledger is broken ({}). It is kept as evidence, and a new one begins", broken.orElse(null));
        folder.setAside();
        return begin(folder, broken, now);
    }

    private static Opened begin(LedgerFolder folder, Optional<Finding> broken, Instant now) throws IOException {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        Chain chain = Chain.begin(id);
        Index index = new Index();
        index.add(0, chain.length(), chain.check());
        byte[] header = chain.header();
        byte[] first = chain.add(chain.next(begun(folder, broken), now));
        byte[] content = new byte[header.length + first.length];
        System.arraycopy(header, 0, content, 0, header.length);
        System.arraycopy(first, 0, content, header.length, first.length);
        folder.begin(content);
        return new Opened(chain, index, new byte[0], Reason.TORN, List.of());
    }

    /** Says which broken ledger it follows, also if that was set aside before a loss of power. */
    private static Event begun(LedgerFolder folder, Optional<Finding> broken) throws IOException {
        Event event = Event.of(EventKind.LEDGER_BEGUN);
        if (broken.isPresent()) {
            event = event.with(Detail.REASON, broken.get().flaw().name())
                    .with(Detail.POSITION, broken.get().position())
                    .with(Detail.ENTRY, broken.get().entry());
        }
        var evidence = folder.newestEvidence();
        return evidence.isPresent() ? event.with(Detail.DIGEST, LedgerFolder.sha256(evidence.get())) : event;
    }
}
