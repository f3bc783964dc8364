package org.benchconnect.link;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;

/** What an event says. A closed set: one record for each type, and nothing for free text. */
sealed interface EventContent {
    /** The CloudEvents type. */
    String type();

    /**
     * A notice as it was when it opened, rose in severity, was acknowledged or cleared.
     *
     * @param notice its number on that PC
     * @param source the adapter or bundle that saw it
     * @param code what is so
     * @param kind what it is about
     * @param severity how urgent
     * @param state open, acknowledged, cleared
     * @param count how often it was signalled
     * @param facts numbers, booleans and short words without blanks, by name
     * @param firstSeen when it was first signalled
     * @param lastSeen when it was last signalled
     */
    record Notice(
            long notice,
            String source,
            String code,
            Kind kind,
            Severity severity,
            Notification.State state,
            long count,
            Map<String, Object> facts,
            Instant firstSeen,
            Instant lastSeen)
            implements EventContent {
        static final String TYPE = "org.benchconnect.notice.v1";

        private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
        private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
        private static final Pattern FACT_NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
        /** Tokens, versions, serial numbers. */
        private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        /** Digits before or after the point; a fact is a double, and has no more. */
        private static final int MAX_SCALE = 400;

        /** Checks and copies. */
        public Notice {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            if (notice < 0 || count < 1 || facts.size() > Facts.MAX) {
                throw new IllegalArgumentException("a notice's number, count or facts are out of range");
            }
            if (!SOURCE.matcher(source).matches() || !CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("a notice's source or code does not have the form of one");
            }
            facts.forEach(Notice::checkFact);
        }

        private static void checkFact(String name, Object value) {
            boolean valid = value instanceof Boolean
                    || value instanceof String word && WORD.matcher(word).matches()
                    || value instanceof BigDecimal number
                            && Math.abs((long) number.scale()) <= MAX_SCALE
                            && number.precision() <= MAX_SCALE;
            if (!valid || !FACT_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a fact is a number, a boolean or a word");
            }
        }

        /** What leaves this PC of a notification: this, and no more. */
        static Notice of(Notification notification) {
            Map<String, Object> facts = new LinkedHashMap<>();
            notification.facts().forEach((name, fact) -> facts.putIfAbsent(name, fact.plain()));
            return new Notice(
                    notification.id(),
                    notification.source(),
                    notification.condition().code(),
                    notification.kind(),
                    notification.severity(),
                    notification.state(),
                    notification.count(),
                    facts,
                    notification.firstSeen(),
                    notification.lastSeen());
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /**
     * Whether the agent is connected.
     *
     * @param state which
     */
    record Presence(State state) implements EventContent {
        static final String TYPE = "org.benchconnect.presence.v1";

        /** Whether it is connected. */
        enum State {
            /** It is. */
            ONLINE,
            /** It was. */
            OFFLINE
        }

        @Override
        public String type() {
            return TYPE;
        }
    }
}
