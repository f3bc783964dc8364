package org.benchconnect.consent.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.consent.notes.NewEntries;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.ledger.Ledger;

/**
 * The consents in force: what the ledger says, less what was lowered since and may not be in it yet. Reading the ledger takes a lock; asking what is in force and
 * lowering do not, so that taking back never waits.
 */
final class LedgerView {
    private static final Said NOTHING = new Said(false, List.of(), Map.of(), Lineage.NONE, Optional.empty());

    private final NewEntries entries = new NewEntries(); // guarded by this, as the next
    private ConsentBook book = new ConsentBook();
    private volatile Said said = NOTHING;
    private volatile boolean readable = true;

    /** For each feature the entry up to which no consent counts any more. */
    private final Map<String, Long> lowered = new ConcurrentHashMap<>();
    /** Entries of consents that could not be carried out. */
    private final Set<Long> failed = ConcurrentHashMap.newKeySet();
    /** How often each feature was lowered since the start. */
    private final Map<String, AtomicInteger> loweredOften = new ConcurrentHashMap<>();

    /**
     * What the ledger said when it was last read.
     *
     * @param known whether it was read at all
     * @param consents newest first
     * @param inForce by feature
     * @param lineage how they follow from each other
     * @param frozen who froze changes, by the ledger
     */
    record Said(
            boolean known,
            List<Consent> consents,
            Map<String, Consent> inForce,
            Lineage lineage,
            Optional<Freeze> frozen) {
        /** Whether somebody was ever asked about it and said yes, by this ledger. */
        boolean knows(String feature) {
            return consents.stream().anyMatch(one -> one.feature().equals(feature));
        }
    }

    /**
     * Reads what is new in the ledger; a ledger that began anew knows nothing of the consents of the one before. While it cannot be read, what was read before is still
     * shown and still lowered, and {@link #isReadable} says so.
     */
    synchronized Said read(Ledger now) {
        readable = entries.read(now, this::begin, entry -> book.take(entry));
        if (readable) {
            lowered.replaceAll((feature, upTo) -> upTo == Long.MAX_VALUE ? Long.valueOf(entries.next() - 1) : upTo);
            said = new Said(true, book.consents(), book.inForce(), book.lineage(), book.frozen());
        }
        return said;
    }

    private void begin() {
        book = new ConsentBook();
        failed.clear();
        said = NOTHING;
    }

    /** Whether the ledger could be read to its end the last time: nothing is raised or started by one that could not. */
    boolean isReadable() {
        return readable;
    }

    /** What was last read. */
    Said said() {
        return said;
    }

    /** The consent to a feature that counts. Quick. */
    Optional<Consent> inForce(String feature) {
        return Optional.ofNullable(said.inForce().get(feature)).filter(this::counts);
    }

    /** Whether nothing lowered a consent that the ledger has as in force. */
    boolean counts(Consent consent) {
        return consent.entry() > lowered.getOrDefault(consent.feature(), -1L) && !failed.contains(consent.entry());
    }

    /** From now on no consent to this feature counts that was given until now. */
    void lower(String feature) {
        loweredOften.computeIfAbsent(feature, name -> new AtomicInteger()).incrementAndGet();
        Said now = said;
        Consent consent = now.inForce().get(feature);
        if (!now.known()) {
            lowered.put(feature, Long.MAX_VALUE); // until the ledger says which there are
        } else if (consent != null) {
            lowered.merge(feature, consent.entry(), Long::max);
        }
    }

    /** This consent could not be carried out. */
    void fail(long entry) {
        failed.add(entry);
    }

    /** Changes whenever the feature is lowered: who raises compares it before and after. */
    int loweredOften(String feature) {
        AtomicInteger count = loweredOften.get(feature);
        return count == null ? 0 : count.get();
    }
}
