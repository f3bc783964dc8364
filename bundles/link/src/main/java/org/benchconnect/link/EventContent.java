package org.benchconnect.link;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;

/** What an event says. A closed set: one record for each type, and nothing for free text. */
sealed interface EventContent
        permits EventContent.Notice,
                EventContent.AuditHead,
                EventContent.Presence,
                RegistrationContent,
                ReleaseContent,
                SessionContent {
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
     * A signed head of the agent's ledger, kept as a witness: whether the signature is the device's is for the receiver to check.
     *
     * @param ledger the ledger's identity
     * @param size how many entries it speaks of
     * @param root the root hash over them (RFC 6962)
     * @param time when it was signed, as it was signed: UTC, to the millisecond
     * @param signature Ed25519, in Base64
     */
    record AuditHead(String ledger, long size, String root, String time, String signature) implements EventContent {
        static final String TYPE = "org.benchconnect.audit-head.v1";

        private static final Pattern LEDGER = Pattern.compile("[0-9a-f]{32}");
        private static final Pattern ROOT = Pattern.compile("[0-9a-f]{64}");
        private static final Pattern TIME =
                Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
        private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{86}==");

        /** Checks. */
        public AuditHead {
            if (size < 1
                    || !LEDGER.matcher(ledger).matches()
                    || !ROOT.matcher(root).matches()
                    || !TIME.matcher(time).matches()
                    || !SIGNATURE.matcher(signature).matches()) {
                throw new IllegalArgumentException("a head does not have the form of one");
            }
        }

        /** All that a head says. */
        static AuditHead of(Head head) {
            String time = FORMAT.format(head.time());
            return new AuditHead(head.ledger(), head.size(), head.root(), time, head.signature());
        }

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** Times of heads: as they were signed. */
    DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

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
