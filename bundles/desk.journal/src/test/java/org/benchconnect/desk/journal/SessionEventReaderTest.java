package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.Test;

/** What an event is, and what is none. */
class SessionEventReaderTest {
    private static final String GOOD = new String(Events.bytes(7), StandardCharsets.UTF_8);

    @Test
    void anEventIsReadWhole() throws Exception {
        SessionEvent event = Events.event(7);

        assertEquals("default", event.tenant());
        assertEquals("urn:benchconnect:" + Events.AGENT, event.source());
        assertEquals("1-7", event.id());
        assertEquals(7, event.sequence());
        assertEquals(Instant.parse("2026-11-22T10:00:01Z"), event.time());
        assertEquals(107, event.report().entry());
        assertEquals(EventKind.SUPPORTER_REFUSED, event.report().event());
        assertEquals(
                Map.of(
                        Detail.SESSION, "abcdefgh12345678",
                        Detail.SUPPORTER, Events.SUPPORTER,
                        Detail.REASON, "NOT_LISTED"),
                event.report().details());
    }

    @Test
    void anythingElseInItIsRefused() {
        refused(GOOD.replace("\"reason\"", "\"patient\""));
        refused(GOOD.replace("{\"specversion\"", "{\"more\":\"x\",\"specversion\""));
        refused(GOOD.replace("\"reason\":", "\"session\":\"s\",\"reason\":"));
        refused(GOOD.replace("}}", "},\"data\":{}}"));
        refused(GOOD + " {}");
    }

    @Test
    void aValueOfAnotherFormIsRefused() {
        refused(GOOD.replace("NOT_LISTED", "John Doe"));
        refused(GOOD.replace("SUPPORTER_REFUSED", "CONSENT_GIVEN"));
        refused(GOOD.replace("SUPPORTER_REFUSED", "NOTHING"));
        refused(GOOD.replace("1-7", "7"));
        refused(GOOD.replace("\"sequence\":\"7\"", "\"sequence\":7"));
        refused(GOOD.replace("\"entry\":107", "\"entry\":\"107\""));
        refused(GOOD.replace("\"entry\":107", "\"entry\":-1"));
        refused(GOOD.replace("2026-11-22T10:00:01Z", "2026-13-22T10:00:01Z"));
        refused(GOOD.replace("\"1.0\"", "\"1.1\""));
        refused(GOOD.replace("session.v1", "notice.v1"));
    }

    @Test
    void whatIsMissingIsRefused() {
        refused(GOOD.replace("\"specversion\":\"1.0\",", ""));
        refused(GOOD.replace("\"entry\":107,", ""));
        refused("{}");
        refused("");
        refused("null");
    }

    @Test
    void anEventOfAnotherAgentThanItsTopicIsRefused() {
        String other = Events.TOPIC.replace("0b9a", "1b9a");

        assertThrows(RefusedEventException.class, () -> SessionEventReader.read(other, Events.bytes(1)));
        assertThrows(
                RefusedEventException.class,
                () -> SessionEventReader.read(Events.TOPIC.replace("session", "notify"), Events.bytes(1)));
    }

    @Test
    void whatIsTooLongIsRefusedUnread() {
        refused(GOOD + " ".repeat(SessionEventReader.MOST));
    }

    @Test
    void aRefusalRepeatsNothing() {
        RefusedEventException refused = assertThrows(
                RefusedEventException.class,
                () -> SessionEventReader.read(
                        Events.TOPIC, GOOD.replace("NOT_LISTED", "John Doe").getBytes(StandardCharsets.UTF_8)));

        assertFalse(String.valueOf(refused.getMessage()).contains("John"));
    }

    private static void refused(String text) {
        assertThrows(
                RefusedEventException.class,
                () -> SessionEventReader.read(Events.TOPIC, text.getBytes(StandardCharsets.UTF_8)),
                text);
    }
}
