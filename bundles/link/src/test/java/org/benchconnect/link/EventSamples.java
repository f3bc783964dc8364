package org.benchconnect.link;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.link.dialect.Message;

/** One agent, and one of its events as it stands on the wire. */
final class EventSamples {
    static final UUID AGENT = UUID.fromString("0b0c0d0e-0102-4304-8506-0708090a0b0c");
    static final Topics TOPICS = new Topics("lab-7", AGENT, 3);

    /** What becomes of {@link #entry}. */
    static final String NOTICE = "{\"specversion\":\"1.0\",\"id\":\"3-17\","
            + "\"source\":\"urn:benchconnect:0b0c0d0e-0102-4304-8506-0708090a0b0c\","
            + "\"type\":\"org.benchconnect.notice.v1\",\"time\":\"2026-03-01T12:00:00Z\","
            + "\"datacontenttype\":\"application/json\",\"sequence\":\"17\",\"data\":{\"notice\":4,"
            + "\"source\":\"navios\",\"code\":\"LASER_POWER\",\"kind\":\"INSTRUMENT\",\"severity\":\"FAULT\","
            + "\"state\":\"OPEN\",\"count\":3,\"facts\":{\"laser\":4,\"measuredMilliwatt\":12.625,"
            + "\"shutterOpen\":false,\"phase\":\"AT_START\",\"build\":\"1.2.3\",\"serial\":\"AB-12\"},"
            + "\"firstSeen\":\"2026-03-01T12:00:00Z\",\"lastSeen\":\"2026-03-01T12:00:05Z\"}}";

    private EventSamples() {}

    static OutboxEntry entry() {
        return new OutboxEntry(3, 17, Notices.NOON, new NoticeReport(Notices.notice(4)));
    }

    static Event decode(String text) throws MalformedEventException {
        return CloudEvents.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Message message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }
}
