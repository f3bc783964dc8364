package org.benchconnect.link;

import static org.benchconnect.link.EventSamples.AGENT;
import static org.benchconnect.link.EventSamples.TOPICS;
import static org.benchconnect.link.EventSamples.decode;
import static org.benchconnect.link.EventSamples.entry;
import static org.benchconnect.link.EventSamples.text;
import static org.benchconnect.link.Schemas.valid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.registration.SampleRegistration;
import org.junit.jupiter.api.Test;

/** Heads of the ledger, registrations and release reports as events. */
class ReportEventsTest {
    @Test
    void aHeadOfTheLedgerIsWrittenAsItWasSignedAndReadAgain() throws Exception {
        Head head = new Head("0f".repeat(16), 65, "ab".repeat(32), Notices.NOON, "A".repeat(86) + "==");
        OutboxEntry entry = new OutboxEntry(3, 18, Notices.NOON, new HeadReport(head));

        String json = text(TOPICS.notify(entry));

        assertTrue(valid("org.benchconnect.audit-head.v1", json), json);
        assertTrue(json.contains("\"time\":\"2026-03-01T12:00:00.000Z\""), json);
        assertEquals(CloudEvents.of(AGENT, entry), decode(json));
        for (String[] change : new String[][] {
            {"\"size\":65", "\"size\":0"},
            {"00.000Z", "00Z"},
            {"2026-03-01T12:00:00.000Z", "2026-02-30T12:00:00.000Z"},
            {"==", ""},
            {"\"size\":65", "\"size\":65,\"text\":\"x\""}
        }) {
            assertTrue(json.contains(change[0]));
            assertThrows(MalformedEventException.class, () -> decode(json.replace(change[0], change[1])), change[1]);
        }
    }

    @Test
    void aRegistrationHasExactlyItsFiveFields() throws Exception {
        OutboxEntry entry =
                new OutboxEntry(3, 19, Notices.NOON, new RegistrationReport(SampleRegistration.of("Dr. Zoë 李")));

        Message message = TOPICS.notify(entry);

        String json = text(message);
        assertTrue(valid("org.benchconnect.registration.v1", json), json);
        assertEquals("bc/v1/lab-7/" + AGENT + "/registration", message.topic());
        assertTrue(
                json.endsWith(
                        "\"data\":{\"email\":\"a.b@lab.example\",\"name\":\"Dr. Zoë 李\",\"instrument\":\"Navios EX\","
                                + "\"instrumentId\":\"flow-2\",\"serial\":\"AB-12\"}}"),
                json);
        assertEquals(CloudEvents.of(AGENT, entry), decode(json));
        for (String[] change : new String[][] {
            {"a.b@lab.example", "a b@lab.example"},
            {"a.b@lab.example", "a.b@lab.example@more"},
            {"Dr. Zoë 李", ""},
            {"Dr. Zoë 李", "   "},
            {"Dr. Zoë 李", "line\\nbreak"},
            {"Dr. Zoë 李", "n".repeat(81)},
            {"Navios EX", "Navios/EX"},
            {"flow-2", "flow 2"},
            {"AB-12", "no digit"},
            {",\"serial\":\"AB-12\"", ""},
            {"\"serial\":\"AB-12\"", "\"serial\":\"AB-12\",\"telephone\":\"1\""}
        }) {
            assertTrue(json.contains(change[0]));
            String changed = json.replace(change[0], change[1]);
            assertThrows(MalformedEventException.class, () -> decode(changed), change[1]);
            assertFalse(valid("org.benchconnect.registration.v1", changed), change[1]);
        }
    }

    @Test
    void aNameThatCannotBeWrittenIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleRegistration.of("half \ud800"));
    }

    @Test
    void aPreviewIsTheDataOfTheEventThatIsSent() throws Exception {
        RegistrationReport report = new RegistrationReport(SampleRegistration.of("Somebody"));
        OutboxEntry entry = new OutboxEntry(3, 19, Notices.NOON, report);

        String preview = CloudEvents.preview(report);

        assertEquals(
                JsonParser.parseString(text(TOPICS.notify(entry)))
                        .getAsJsonObject()
                        .get("data"),
                JsonParser.parseString(preview));
        assertEquals(7, preview.lines().count());
    }

    @Test
    void aReleaseReportIsWrittenAsTheSchemaSays() throws Exception {
        SoftwareVersion from = SoftwareVersion.parse("0.1.0").orElseThrow();
        SoftwareVersion to = SoftwareVersion.parse("0.2.0").orElseThrow();
        for (ReleaseReport.Outcome outcome : ReleaseReport.Outcome.values()) {
            for (ReleaseReport report :
                    List.of(new ReleaseReport(from, to, outcome), new ReleaseReport(null, null, outcome))) {
                OutboxEntry entry = new OutboxEntry(3, 20, Notices.NOON, report);

                Message message = TOPICS.notify(entry);

                assertTrue(valid("org.benchconnect.release-report.v1", text(message)), text(message));
                assertEquals("bc/v1/lab-7/" + AGENT + "/update", message.topic());
                assertEquals(CloudEvents.of(AGENT, entry), decode(text(message)));
            }
        }
        String json = text(TOPICS.notify(
                new OutboxEntry(3, 20, Notices.NOON, new ReleaseReport(from, to, ReleaseReport.Outcome.COMMITTED))));
        for (String[] change : new String[][] {
            {"0.2.0", "0.02.0"},
            {"0.2.0", " 0.2.0"},
            {"0.2.0", "0.2.0-beta"},
            {"COMMITTED", "committed"},
            {"COMMITTED", "STARTED"},
            {",\"outcome\":\"COMMITTED\"", ""},
            {"\"from\":\"0.1.0\"", "\"from\":1"},
            {"\"from\":", "\"reason\":"}
        }) {
            assertTrue(json.contains(change[0]));
            String changed = json.replace(change[0], change[1]);
            assertThrows(MalformedEventException.class, () -> decode(changed), change[1]);
            assertFalse(valid("org.benchconnect.release-report.v1", changed), change[1]);
        }
    }
}
