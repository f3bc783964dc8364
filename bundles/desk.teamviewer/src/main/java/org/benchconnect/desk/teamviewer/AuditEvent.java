package org.benchconnect.desk.teamviewer;

import java.time.Instant;
import java.util.Optional;

/**
 * An event of TeamViewer's own log, without the names that it has.
 *
 * @param name what happened
 * @param at when
 * @param connection of which connection, lower case, without braces; empty if the event does not say
 */
public record AuditEvent(Name name, Instant at, Optional<String> connection) {
    /** Those that matter here. */
    public enum Name {
        /** Somebody was connected to. */
        INCOMING_SESSION("IncomingSession"),
        /** A session began. */
        STARTED_SESSION("StartedSession"),
        /** A session ended. */
        ENDED_SESSION("EndedSession"),
        /** A file went out. */
        SENT_FILE("SentFile"),
        /** A file came in. */
        RECEIVED_FILE("ReceivedFile"),
        /** Any other. */
        OTHER("");

        private final String word;

        Name(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Name of(String word) {
            for (Name name : values()) {
                if (name.word.equals(word)) {
                    return name;
                }
            }
            return OTHER;
        }
    }
}
