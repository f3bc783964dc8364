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

    private Opening(LedgerFolder folder, Optional<DeviceKey> device) {
        this.folder = folder;
        this.device = device;
    }

    /**
     * A ledger that goes on.
     *
     * @param chain where its whole frames end
     * @param index of its entries
     * @param tail bytes behind them that a loss of power left; perhaps none
     * @param unrecorded positions of what was cut before without an entry that says so
     */
    record Opened(Chain chain, Index index, byte[] tail, List<Long> unrecorded) {}

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
        return new Opening(folder, device).read(now);
    }

    private Opened read(Instant now) throws IOException {
        Optional<byte[]> head = folder.head();
        try {
            kept = head.isPresent() ? Optional.of(Heads.read(head.get())) : Optional.empty();
        } catch (FormException e) {
            return renew(folder, Optional.of(new Finding(Flaw.FORM, 0, 0)), now);
        }
        Scan scan = Scan.of(folder.bytes(), this);
        byte[] tail = tail(scan);
        Optional<Finding> broken = scan.chain()
                .map(chain -> scan.finding().filter(flaw -> tail.length == 0).or(() -> heads(chain)))
                .orElse(scan.finding());
        if (broken.isPresent()) {
            return renew(folder, broken, now);
        }
        Chain chain = scan.chain().orElseThrow();
        List<Long> unrecorded = new ArrayList<>(folder.positionsOfTorn(chain.ledger()));
        unrecorded.removeAll(recorded);
        return new Opened(chain, index, tail, unrecorded);
    }

    @Override
    public void entry(Kept entry, long position, int before, Chain after) {
        index.add(entry.number(), position, before);
        if (kept.isPresent() && kept.get().size() == after.entries()) {
            rootAtKept = after.root();
        }
        String cutAt = entry.details().getOrDefault(Detail.POSITION.key(), "");
        if (entry.kind().equals(TAIL_CUT) && Detail.POSITION.takes(cutAt)) {
            recorded.add(Long.valueOf(cutAt));
        }
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

    /** Whether the newest heads, that of the file beside it and its own, fit. */
    private Optional<Finding> heads(Chain chain) {
        Optional<Flaw> flaw = kept.flatMap(head -> against(head, chain))
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
        return new Opened(chain, index, new byte[0], List.of());
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
