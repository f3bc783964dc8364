package org.benchconnect.desk.journal;

import java.nio.charset.StandardCharsets;

/** Events as agents send them. */
final class Events {
    static final String AGENT = "0b9aa1c2-95dc-4d0e-8d4b-3ab1b2f11c02";
    static final String TOPIC = "bc/v1/default/" + AGENT + "/session";
    static final String SUPPORTER = "ab".repeat(32);

    private Events() {}

    static String text(long sequence, String event, String more) {
        return "{\"specversion\":\"1.0\",\"id\":\"1-" + sequence + "\",\"source\":\"urn:benchconnect:" + AGENT
                + "\",\"type\":\"org.benchconnect.session.v1\",\"time\":\"2026-11-22T10:00:01Z\","
                + "\"datacontenttype\":\"application/json\",\"sequence\":\"" + sequence + "\",\"data\":{\"entry\":"
                + (sequence + 100) + ",\"at\":\"2026-11-22T10:00:00.5Z\",\"event\":\"" + event
                + "\",\"session\":\"abcdefgh12345678\"" + more + "}}";
    }

    static byte[] bytes(long sequence) {
        return text(sequence, "SUPPORTER_REFUSED", ",\"supporter\":\"" + SUPPORTER + "\",\"reason\":\"NOT_LISTED\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    static SessionEvent event(long sequence) throws RefusedEventException {
        return SessionEventReader.read(TOPIC, bytes(sequence));
    }
}
