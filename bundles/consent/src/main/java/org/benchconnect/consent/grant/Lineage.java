package org.benchconnect.consent.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Consent.State;

/**
 * How the consents of one ledger follow from each other. A renewal names the consent that it carries over to another version; all that go back to the same answer of a
 * person are one family. What was withdrawn or removed belongs to none. Pure, immutable.
 *
 * @param consents newest first
 * @param renews for each renewal the entry of the consent that it carries over
 * @param over entries of consents that were withdrawn or whose feature was removed
 * @param carriedOut entries of consents that took effect once
 * @param wentBack the newest entry that says that a generation before runs again; -1 if none does
 * @param upgraded new versions that a person allowed in the answer to an upgrade, and who did
 */
record Lineage(
        List<Consent> consents,
        Map<Long, Long> renews,
        Set<Long> over,
        Set<Long> carriedOut,
        long wentBack,
        Map<Upgraded, AccountId> upgraded) {
    /** Of no ledger. */
    static final Lineage NONE = new Lineage(List.of(), Map.of(), Set.of(), Set.of(), -1, Map.of());

    /** A feature's version in an upgrade that was allowed, by the digest of its document. */
    record Upgraded(String feature, String version, String document) {}

    Lineage {
        consents = List.copyOf(consents);
        renews = Map.copyOf(renews);
        over = Set.copyOf(over);
        carriedOut = Set.copyOf(carriedOut);
        upgraded = Map.copyOf(upgraded);
    }

    /** All that follow from the same answer, newest first; only itself if it was never carried over. */
    List<Consent> family(Consent one) {
        long root = root(one.entry());
        return consents.stream()
                .filter(other -> !over.contains(other.entry()) && root(other.entry()) == root)
                .toList();
    }

    private long root(long entry) {
        long root = entry;
        for (Long before = renews.get(root); before != null && before < root; before = renews.get(root)) {
            root = before;
        }
        return root;
    }

    /** Whether nothing says that it ever took effect: power was lost, or it failed. */
    boolean isInterrupted(Consent one) {
        return !carriedOut.contains(one.entry());
    }

    /** Whether a generation before came back since this consent was written down. */
    boolean wentBackSince(Consent one) {
        return wentBack > one.entry();
    }

    /** The newest that was replaced by this one, or by one before it, in the same family, and was for exactly this. */
    Optional<Consent> beforeInFamily(Consent now, Predicate<Consent> exactlyThis) {
        return replaced(family(now), now, exactlyThis);
    }

    /** The same, also of another answer to the same feature. */
    Optional<Consent> before(Consent now, Predicate<Consent> exactlyThis) {
        List<Consent> same = consents.stream()
                .filter(one -> one.feature().equals(now.feature()) && !over.contains(one.entry()))
                .toList();
        return replaced(same, now, exactlyThis);
    }

    private static Optional<Consent> replaced(List<Consent> among, Consent now, Predicate<Consent> exactlyThis) {
        return among.stream()
                .filter(one -> one.state() == State.REPLACED && one.entry() < now.entry())
                .filter(exactlyThis)
                .findFirst();
    }
}
