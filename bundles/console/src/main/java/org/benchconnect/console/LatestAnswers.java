package org.benchconnect.console;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;

/**
 * What people answered last about newer releases, by the newest entries of the audit log; an answer that is older counts as none. They are read again only when the log has grown. Safe for
 * any thread.
 */
final class LatestAnswers {
    private static final int ENTRIES = 200;
    private static final Set<EventKind> ON_A_RELEASE =
            Set.of(EventKind.UPGRADE_ALLOWED, EventKind.UPGRADE_REFUSED, EventKind.UPGRADE_SWITCHED);
    private static final Read NONE = new Read("", 0, false, Optional.empty());

    private final Neighbours neighbours;
    private volatile Read read = NONE;

    /** What the log said when it had so many entries. */
    private record Read(String ledger, long size, boolean saidNo, Optional<AccountId> idle) {}

    LatestAnswers(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Whether the newest word about a release was a no. */
    boolean saidNo() {
        return now().saidNo;
    }

    /** Who said last that the instrument is idle. */
    Optional<AccountId> idle() {
        return now().idle;
    }

    private Read now() {
        Ledger ledger = neighbours.ledger();
        if (ledger == null) {
            return NONE;
        }
        Read known = read;
        long size = ledger.size();
        if (known.size != size || !known.ledger.equals(ledger.id())) {
            known = read(ledger, size);
            read = known;
        }
        return known;
    }

    private static Read read(Ledger ledger, long size) {
        boolean saidNo = false;
        Optional<AccountId> idle = Optional.empty();
        try {
            List<Entry> entries = ledger.entries(Math.max(0, size - ENTRIES), ENTRIES);
            for (Entry entry : entries) {
                EventKind kind = entry.event().kind();
                if (ON_A_RELEASE.contains(kind)) {
                    saidNo = kind == EventKind.UPGRADE_REFUSED;
                }
                if (kind == EventKind.IDLE_STATED) {
                    idle = entry.event().by();
                }
            }
        } catch (UncheckedIOException unreadable) {
            return NONE; // the ledger itself says so
        }
        return new Read(ledger.id(), size, saidNo, idle);
    }
}
