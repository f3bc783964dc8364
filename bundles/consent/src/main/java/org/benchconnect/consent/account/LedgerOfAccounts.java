package org.benchconnect.consent.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;

/** What the ledger says of accounts. Reads it in pages; keeps nothing. */
final class LedgerOfAccounts {
    /** Why an entry {@link EventKind#PIN_WRONG} does not speak of a PIN. */
    static final String CODE = "CODE";

    private static final Set<EventKind> CHANGES = Set.of(
            EventKind.ACCOUNT_ADDED,
            EventKind.ACCOUNT_CHANGED,
            EventKind.ACCOUNT_REMOVED,
            EventKind.NAME_ERASED,
            EventKind.RECOVERY_USED);
    private static final int PAGE = 1000;

    private LedgerOfAccounts() {}

    /** The SHA-256 of the sealed accounts that the newest change made; empty if there never was one. */
    static Optional<String> newest(Ledger ledger) {
        for (long end = ledger.size(); end > 0; end -= PAGE) {
            long from = Math.max(0, end - PAGE);
            List<Entry> page = ledger.entries(from, (int) (end - from));
            for (int i = page.size() - 1; i >= 0; i--) {
                Event event = page.get(i).event();
                String digest = event.details().get(Detail.DIGEST);
                if (CHANGES.contains(event.kind()) && digest != null) {
                    return Optional.of(digest);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether this ledger says of itself that it follows one that was broken and is kept as evidence, and names no accounts of its own yet. */
    static boolean followsBroken(Ledger ledger) {
        List<Entry> first = ledger.entries(0, 1);
        return !first.isEmpty()
                && first.get(0).event().kind() == EventKind.LEDGER_BEGUN
                && first.get(0).event().details().containsKey(Detail.DIGEST)
                && newest(ledger).isEmpty();
    }

    /** How many wrong PINs of each account there are from the entry on that {@code from} names for it. */
    static Map<AccountId, Long> wrong(Ledger ledger, long start, ToLongFunction<AccountId> from) {
        Map<AccountId, Long> counts = new HashMap<>();
        long size = ledger.size();
        for (long begin = start; begin < size; begin += PAGE) {
            for (Entry entry : ledger.entries(begin, PAGE)) {
                String account = entry.event().details().get(Detail.ACCOUNT);
                if (entry.event().kind() == EventKind.PIN_WRONG
                        && account != null
                        && !entry.event().details().containsKey(Detail.REASON)
                        && entry.number() >= from.applyAsLong(new AccountId(account))) {
                    counts.merge(new AccountId(account), 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    /** Whether a one-time code for the first administrator was used up before. */
    static boolean hasUsed(Ledger ledger, String code) {
        long size = ledger.size();
        for (long begin = 0; begin < size; begin += PAGE) {
            for (Entry entry : ledger.entries(begin, PAGE)) {
                if (entry.event().kind() == EventKind.ACCOUNT_ADDED
                        && code.equals(entry.event().details().get(Detail.REQUEST))) {
                    return true;
                }
            }
        }
        return false;
    }
}
