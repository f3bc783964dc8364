package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.link.EventContent.Presence.State;
import org.benchconnect.link.dialect.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
    private static final UUID AGENT = UUID.fromString("0b0c0d0e-0102-4304-8506-0708090a0b0c");
    private static final Topics TOPICS = new Topics("lab-7", AGENT, 3);
    private static final String NOTICE = "{\"specversion\":\"1.0\",\"id\":\"3-17\","
            + "\"source\":\"urn:benchconnect:0b0c0d0e-0102-4304-8506-0708090a0b0c\","
            + "\"type\":\"org.benchconnect.notice.v1\",\"time\":\"2026-03-01T12:00:00Z\","
            + "\"datacontenttype\":\"application/json\",\"sequence\":\"17\",\"data\":{\"notice\":4,"
            + "\"source\":\"navios\",\"code\":\"LASER_POWER\",\"kind\":\"INSTRUMENT\",\"severity\":\"FAULT\","
            + "\"state\":\"OPEN\",\"count\":3,\"facts\":{\"laser\":4,\"measuredMilliwatt\":12.625,"
            + "\"shutterOpen\":false,\"phase\":\"AT_START\",\"build\":\"1.2.3\",\"serial\":\"AB-12\"},"
            + "\"firstSeen\":\"2026-03-01T12:00:00Z\",\"lastSeen\":\"2026-03-01T12:00:05Z\"}}";

    @Test
    void noticeIsWrittenAsTheSchemaSays() throws IOException {
        String json = text(TOPICS.notify(entry()));

        assertEquals(NOTICE, json);
        assertTrue(valid("org.benchconnect.notice.v1", json));
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
        OutboxEntry entry = new OutboxEntry(3, 19, Notices.NOON, new RegistrationReport(registration("Dr. Zoë 李")));

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
        RegistrationReport half = new RegistrationReport(registration("half \ud800"));

        assertThrows(IllegalArgumentException.class, () -> CloudEvents.preview(half));
        assertThrows(
                IllegalArgumentException.class, () -> CloudEvents.of(AGENT, new OutboxEntry(3, 1, Notices.NOON, half)));
    }

    @Test
    void aPreviewIsTheDataOfTheEventThatIsSent() throws Exception {
        RegistrationReport report = new RegistrationReport(registration("Somebody"));
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
    void orderOfMembersDoesNotMatter() throws MalformedEventException {
        String moved = NOTICE.replace("\"type\":\"org.benchconnect.notice.v1\",", "")
                .replaceFirst("\\}$", ",\"type\":\"org.benchconnect.notice.v1\"}");

        assertEquals(CloudEvents.of(AGENT, entry()), decode(moved));
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"count\":3|\"count\":3,\"count\":3",
                "\"id\":\"3-17\"|\"id\":\"3-17\",\"id\":\"3-17\"",
                "\"count\":3|\"count\":3,\"text\":\"x\"",
                "\"id\":\"3-17\"|\"id\":\"3-17\",\"subject\":\"x\"",
                "\"count\":3|\"count\":0",
                "\"count\":3|\"count\":3.5",
                "\"count\":3|\"count\":\"3\"",
                "\"count\":3|\"count\":99999999999999999999",
                "\"count\":3|\"count\":NaN",
                "\"count\":3|\"count\":null",
                "\"count\":3|\"count\":[3]",
                "\"laser\":4|\"laser\":{\"deep\":{\"deeper\":1}}",
                "\"laser\":4|\"laser\":{}",
                "\"laser\":4|\"laser\":1e999999999",
                "\"laser\":4|\"Laser\":4",
                "\"AT_START\"|\"two words\"",
                "\"FAULT\"|\"fault\"",
                "\"severity\":\"FAULT\",|``",
                "\"1.0\"|\"0.3\"",
                "application/json|text/plain",
                "notice.v1|notice.v2",
                "\"sequence\":\"17\"|\"sequence\":\"18\"",
                "\"sequence\":\"17\"|\"sequence\":17",
                "\"sequence\":\"17\"|\"sequence\":\"017\"",
                "\"sequence\":\"17\",|``",
                "2026-03-01T12:00:05Z|2026-03-01T12:00:05+00:00",
                "2026-03-01T12:00:05Z|2026-02-30T12:00:05Z",
                "urn:benchconnect:0b|urn:other:0b",
                "0b0c0d0e-0102|0B0C0D0E-0102",
                "{\"spec|[{\"spec",
                "{\"spec|/* x */{\"spec",
                "\"id\":\"3-17\"|'id':'3-17'",
                "\"id\":\"3-17\"|id:\"3-17\"",
            })
    void whatIsNotExactlyAnEventIsRefused(String right, String wrong) {
        assertTrue(NOTICE.contains(right), "the case tests nothing");

        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace(right, wrong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "1", "{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}", "{\"specversion\":"})
    void whatIsNoEventAtAllIsRefused(String text) {
        assertThrows(MalformedEventException.class, () -> decode(text));
    }

    @Test
    void whatFollowsAnEventIsRefused() {
        assertThrows(MalformedEventException.class, () -> decode(NOTICE + "{}"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThrows(MalformedEventException.class, () -> decode(NOTICE + " ".repeat(CloudEvents.MAX_BYTES)));
        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace("navios", "n".repeat(41))));
        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace("12.625", "9".repeat(500))));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] bytes = NOTICE.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xC0;

        assertThrows(MalformedEventException.class, () -> CloudEvents.decode(bytes));
    }

    private static Registration registration(String name) {
        return new Registration(
                "a.b@lab.example",
                name,
                "Navios EX",
                "flow-2",
                SerialNumber.parse("AB-12").orElseThrow());
    }

    private static OutboxEntry entry() {
        return new OutboxEntry(3, 17, Notices.NOON, new NoticeReport(Notices.notice(4)));
    }

    private static Event decode(String text) throws MalformedEventException {
        return CloudEvents.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Message message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }

    private static boolean valid(String type, String json) throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(CloudEvents.class.getResourceAsStream("/schemas/" + type + ".json"))) {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            Validator.Result result = new ValidatorFactory()
                    .withJsonNodeFactory(new GsonNode.Factory())
                    .validate(text, json);
            return result.isValid();
        }
    }
}
