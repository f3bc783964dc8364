package org.benchconnect.link;

import static org.benchconnect.link.EventSamples.AGENT;
import static org.benchconnect.link.EventSamples.NOTICE;
import static org.benchconnect.link.EventSamples.TOPICS;
import static org.benchconnect.link.EventSamples.decode;
import static org.benchconnect.link.EventSamples.entry;
import static org.benchconnect.link.EventSamples.text;
import static org.benchconnect.link.Schemas.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.EventContent.Presence.State;
import org.benchconnect.link.dialect.Message;
import org.junit.jupiter.api.Test;

/** Notices and presence as events. */
class CloudEventsTest {
    @Test
    void noticeIsWrittenAsTheSchemaSays() throws IOException {
        String json = text(TOPICS.notify(entry()));

        assertEquals(NOTICE, json);
        assertTrue(valid("org.benchconnect.notice.v1", json));
    }

    @Test
    void noticesOfThisPcAreEventsLikeOthers() throws Exception {
        OutboxEntry entry =
                new OutboxEntry(3, 21, Notices.NOON, new NoticeReport(Notices.notice(4, NoticeReport.HOST)));

        Message message = TOPICS.notify(entry);

        assertEquals(Stream.HOST_CHECKS, entry.report().stream());
        assertTrue(valid("org.benchconnect.notice.v1", text(message)));
        assertEquals("bc/v1/lab-7/" + AGENT + "/notify", message.topic());
    }

    @Test
    void presenceIsWrittenAsTheSchemaSays() throws IOException {
        for (State state : State.values()) {
            Message message = TOPICS.presence(state, 2, Notices.NOON);

            assertTrue(valid("org.benchconnect.presence.v1", text(message)));
            assertEquals("bc/v1/lab-7/" + AGENT + "/presence", message.topic());
            assertTrue(message.retained());
        }
    }

    @Test
    void schemasAreClosed() throws IOException {
        assertFalse(valid("org.benchconnect.notice.v1", NOTICE.replace("\"count\":3", "\"count\":3,\"text\":\"x\"")));
        assertFalse(valid("org.benchconnect.notice.v1", NOTICE.replace("{\"specversion", "{\"more\":1,\"specversion")));
        assertFalse(valid("org.benchconnect.notice.v1", NOTICE.replace("AT_START", "two words")));
        String presence = text(TOPICS.presence(State.ONLINE, 2, Notices.NOON));
        assertFalse(valid("org.benchconnect.presence.v1", presence.replace("\"online\"", "\"away\"")));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedEventException {
        Event notice = CloudEvents.of(AGENT, entry());
        Event presence = CloudEvents.decode(
                TOPICS.presence(State.OFFLINE, 9, Notices.NOON).payload());

        assertEquals(notice, CloudEvents.decode(CloudEvents.encode(notice)));
        assertEquals(new EventContent.Presence(State.OFFLINE), presence.content());
        assertEquals("3-offline-9", presence.id());
    }

    @Test
    void orderOfMembersDoesNotMatter() throws MalformedEventException {
        String moved = NOTICE.replace("\"type\":\"org.benchconnect.notice.v1\",", "")
                .replaceFirst("\\}$", ",\"type\":\"org.benchconnect.notice.v1\"}");

        assertEquals(CloudEvents.of(AGENT, entry()), decode(moved));
    }
}
