package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;

/** What of the client gets into the ledger: times of the ledger's own, the connection's id, what it was for. No name: nothing here has one. Pure. */
final class Entries {
    private Entries() {}

    private enum Rule {
        /** Seen while it was there. */
        SEEN,
        /** In the client's log, when it was over. */
        LOGGED,
        /** Nobody here had asked for it. */
        NOT_REQUESTED,
        /** In the client's log stand lines that are none. */
        LOG_LINES
    }

    /** Somebody is connected whom nobody asked for. */
    static Event unexpected(String session) {
        return of(EventKind.SESSION_REQUESTED, session, Rule.SEEN).with(Detail.REASON, Rule.NOT_REQUESTED.name());
    }

    /** And is being cut off. */
    static Event refused(String session) {
        return of(EventKind.SUPPORTER_REFUSED, session, Rule.SEEN).with(Detail.REASON, Rule.NOT_REQUESTED.name());
    }

    /**
     * A line of the log.
     *
     * @param session the one that a person here had asked for; without one the connection's own id stands there
     */
    static Event logged(Optional<String> session, LoggedConnection connection) {
        String reason = connection.sort().name() + (session.isPresent() ? "" : "_" + Rule.NOT_REQUESTED.name());
        return of(EventKind.SESSION_REQUESTED, session.orElse(connection.id()), Rule.LOGGED)
                .with(Detail.REQUEST, connection.id())
                .with(Detail.REASON, reason);
    }

    /** Lines that cannot be read. */
    static Event unreadable(String session, int lines) {
        return of(EventKind.SESSION_REQUESTED, session, Rule.LOG_LINES).with(Detail.COUNT, lines);
    }

    private static Event of(EventKind kind, String session, Rule rule) {
        return Event.of(kind)
                .with(Detail.SESSION, session)
                .with(Detail.RULE, rule.name())
                .with(Detail.ENFORCEMENT, Enforcement.OBSERVED_ONLY.name());
    }
}
