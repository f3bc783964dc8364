package org.benchconnect.upgrade.upgrader;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the ledger of a change, each event once, as soon as there is a ledger: it may be swapped itself, and this agent may be another one than the one that began. For one thread
 * at a time.
 */
final class LedgerTelling {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerTelling.class);
    private static final int LOOKED_AT = 1000; // the newest entries: a change is told of at once or at the next start

    private final Set<Told> told = new HashSet<>();

    /** An event of one change. */
    private record Told(UpgradeRecord.Kind kind, Instant begun, Event event) {
        static Told of(UpgradeRecord change, Event event) {
            return new Told(change.kind(), change.begun(), event);
        }
    }

    /** Tells what is not in the ledger yet. */
    void tell(Ledger ledger, UpgradeRecord change, Optional<AccountId> wantedBack) {
        List<Event> untold = LedgerEvents.of(change).stream()
                .filter(event -> !told.contains(Told.of(change, event)))
                .toList();
        if (untold.isEmpty()) {
            return;
        }
        try {
            List<Entry> newest = ledger.entries(Math.max(0, ledger.size() - LOOKED_AT), LOOKED_AT);
            for (Event event : untold) {
                if (newest.stream().noneMatch(entry -> isOf(change, event, entry))) {
                    ledger.note(wantedBack
                            .filter(by -> isByPerson(event))
                            .map(event::by)
                            .orElse(event));
                }
                told.add(Told.of(change, event));
            }
        } catch (UncheckedIOException e) {
            LOG.debug("the ledger cannot be read now; it is told later", e);
        }
    }

    private static boolean isByPerson(Event event) {
        return WentBackFor.PERSON.name().equals(event.details().get(Detail.REASON));
    }

    private static boolean isOf(UpgradeRecord change, Event event, Entry entry) {
        return entry.event().kind() == event.kind()
                && entry.event().details().equals(event.details())
                && !entry.time().isBefore(change.begun());
    }
}
