package org.benchconnect.console;

import java.util.List;
import java.util.Locale;
import org.benchconnect.core.link.Stream;

/** What each stream of the data inventory has in it, and how it is switched on. A test holds it against the schemas that the link enforces. */
final class Outgoing {
    private static final List<String> NOTICE =
            List.of("notice", "source", "code", "kind", "severity", "state", "count", "facts", "firstSeen", "lastSeen");

    private static final List<String> SESSION = List.of(
            "entry",
            "at",
            "event",
            "digest",
            "model",
            "serial",
            "reason",
            "request",
            "session",
            "lease",
            "privilege",
            "supporter",
            "enforcement",
            "direction",
            "size");

    private Outgoing() {}

    /** The members of a message's data, in their order. */
    static List<String> fields(Stream stream) {
        return switch (stream) {
            case PRESENCE -> List.of("state");
            case REGISTRATION -> List.of("email", "name", "instrument", "instrumentId", "serial");
            case NOTICES, HOST_CHECKS -> NOTICE;
            case SESSIONS -> SESSION;
            case RELEASE_REPORTS -> List.of("from", "to", "outcome");
            case AUDIT_HEADS -> List.of("ledger", "size", "root", "time", "signature");
        };
    }

    /** Whether the laboratory switches it on and off: not what a connection says by itself, what a person sends, or what belongs to a session that a person began. */
    static boolean hasSwitch(Stream stream) {
        return stream != Stream.PRESENCE && stream != Stream.REGISTRATION && stream != Stream.SESSIONS;
    }

    /** The switch's place in the settings: {@code streams.host-checks}. */
    static String setting(Stream stream) {
        return "streams." + stream.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
