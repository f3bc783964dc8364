package org.benchconnect.core.link;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;

/**
 * One entry of the event log of remote sessions, as the ledger has it, without who of the laboratory did it.
 *
 * @param entry the number of the entry in the ledger
 * @param at when
 * @param event what, one of {@link #KINDS}
 * @param details only those of {@link #DETAILS}
 */
public record SessionReport(long entry, Instant at, EventKind event, Map<Detail, String> details) implements Report {
    /** What belongs to the event log of a session. */
    public static final Set<EventKind> KINDS = Collections.unmodifiableSet(EnumSet.of(
            EventKind.HELP_REQUESTED,
            EventKind.SESSION_REQUESTED,
            EventKind.SUPPORTER_REFUSED,
            EventKind.SESSION_PASSWORD_WRONG,
            EventKind.SUPPORTER_AUTHENTICATED,
            EventKind.STRINGS_COMPARED,
            EventKind.SESSION_BEGUN,
            EventKind.SESSION_ENDED,
            EventKind.LEASE_ASKED,
            EventKind.LEASE_GIVEN,
            EventKind.LEASE_REFUSED,
            EventKind.LEASE_ENDED,
            EventKind.CONTROL_DURING_RUN_ALLOWED,
            EventKind.FILE_SENT,
            EventKind.FILE_RECEIVED,
            EventKind.FILE_REFUSED));

    /** What of an entry leaves. */
    public static final Set<Detail> DETAILS = Collections.unmodifiableSet(EnumSet.of(
            Detail.REQUEST,
            Detail.SESSION,
            Detail.MODEL,
            Detail.SERIAL,
            Detail.SUPPORTER,
            Detail.PRIVILEGE,
            Detail.DIRECTION,
            Detail.LEASE,
            Detail.REASON,
            Detail.ENFORCEMENT,
            Detail.SIZE,
            Detail.DIGEST));

    /**
     * Copies the details.
     *
     * @throws IllegalArgumentException if something in it does not leave, or has not its form; the message repeats no value
     */
    public SessionReport {
        if (entry < 0 || !KINDS.contains(event) || !DETAILS.containsAll(details.keySet())) {
            throw new IllegalArgumentException("not of the event log of a session");
        }
        EnumMap<Detail, String> copy = new EnumMap<>(Detail.class);
        copy.putAll(new Event(event, Optional.empty(), details).details());
        details = Collections.unmodifiableMap(copy);
    }

    /**
     * What leaves of an entry.
     *
     * @throws IllegalArgumentException if its kind is none of {@link #KINDS}
     */
    public static SessionReport of(Entry entry) {
        EnumMap<Detail, String> leaves = new EnumMap<>(Detail.class);
        leaves.putAll(entry.event().details());
        leaves.keySet().retainAll(DETAILS);
        return new SessionReport(entry.number(), entry.time(), entry.event().kind(), leaves);
    }

    @Override
    public Stream stream() {
        return Stream.SESSIONS;
    }

    @Override
    public Priority priority() {
        return Priority.FIRST;
    }
}
