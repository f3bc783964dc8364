package org.benchconnect.console;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;

/** Finds the entries of the audit log that speak of one remote session, from the newest back to the one that began it. */
record SessionTrail(Ledger ledger) {
    /** Entries that are read at once. */
    private static final int STEP = 500;
    /** How many of the newest entries are looked at: years of sessions. */
    private static final int MOST = 50_000;

    /**
     * In order; empty if there is none.
     *
     * @throws UncheckedIOException if the log cannot be read
     */
    List<Entry> of(String session) {
        LinkedList<Entry> found = new LinkedList<>();
        Set<String> leases = new HashSet<>();
        long end = ledger.size();
        long last = Math.max(0, end - MOST);
        while (end > last && !begins(found)) {
            long from = Math.max(last, end - STEP);
            List<Entry> read = ledger.entries(from, (int) (end - from));
            for (int i = read.size() - 1; i >= 0; i--) {
                Entry entry = read.get(i);
                if (speaksOf(entry.event(), session, leases)) {
                    found.addFirst(entry);
                }
            }
            end = from;
        }
        return List.copyOf(found);
    }

    private static boolean begins(LinkedList<Entry> found) {
        return !found.isEmpty() && found.getFirst().event().kind() == EventKind.HELP_REQUESTED;
    }

    /** By its session, or by a permission of it: the entry that ends the permission comes after all that it allowed. */
    private static boolean speaksOf(Event event, String session, Set<String> leases) {
        String lease = event.details().get(Detail.LEASE);
        if (session.equals(event.details().get(Detail.SESSION))) {
            if (lease != null) {
                leases.add(lease);
            }
            return true;
        }
        return lease != null && leases.contains(lease);
    }
}
