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

    /** An event of what began then. */
    private record Told(Instant begun, Event event) {}

    /** Tells what is not in the ledger yet of a change. */
    void tell(
            Ledger ledger,
            UpgradeRecord change,
            List<org.benchconnect.upgrade.journal.Entry> journal,
            Optional<AccountId> wantedBack) {
        tell(ledger, change.begun(), LedgerEvents.of(change, journal), wantedBack);
    }

    /** The same of a yes that ended by itself. */
    void tell(Ledger ledger, Ended.Told ended) {
        if (ended.isNews()) {
            tell(ledger, ended.at(), List.of(LedgerEvents.of(ended)), Optional.empty());
        }
    }

    private void tell(Ledger ledger, Instant begun, List<Event> events, Optional<AccountId> wantedBack) {
        List<Event> untold = events.stream()
                .filter(event -> !told.contains(new Told(begun, event)))
                .toList();
        if (untold.isEmpty()) {
            return;
        }
        try {
            List<Entry> newest = ledger.entries(Math.max(0, ledger.size() - LOOKED_AT), LOOKED_AT);
            for (Event event : untold) {
                if (newest.stream().noneMatch(entry -> isOf(begun, event, entry))) {
                    ledger.note(wantedBack
                            .filter(by -> isByPerson(event))
                            .map(event::by)
                            .orElse(event));
                }
                told.add(new Told(begun, event));
            }
        } catch (UncheckedIOException e) {
            LOG.debug("the ledger cannot be read now; it is told later", e);
        }
    }

    private static boolean isByPerson(Event event) {
        return WentBackFor.PERSON.name().equals(event.details().get(Detail.REASON));
    }

    private static boolean isOf(Instant begun, Event event, Entry entry) {
        return entry.event().kind() == event.kind()
                && entry.event().details().equals(event.details())
                && !entry.time().isBefore(begun);
    }
}
