package org.benchconnect.desk.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.desk.teamviewer.WebApiException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebApiTest {
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-02T00:00:00.123Z");
    private static final String SESSION =
            """
            {"code":"s12-345-678","state":"Open","groupid":"g1","end_customer":{"name":"N","email":"e"},
             "end_customer_link":"https://get.teamviewer.com/s12345678","supporter_link":"https://start.teamviewer.com/x",
             "valid_until":"2026-02-03T00:00:00Z","created_at":"2026-02-02T00:00:00Z","online":false,
             "custom_module_id":"m","webclient_supporter_link":"https://web.teamviewer.com/y","support_session_type":"Default"}
            """;

    private FakeWebApi fake = new FakeWebApi();

    WebApiTest() throws IOException {}

    @BeforeEach
    void fresh() throws IOException {
        fake.close();
        fake = new FakeWebApi();
    }

    @AfterEach
    void end() {
        fake.close();
    }

    private static String record(String id) {
        return "{\"id\":\"" + id
                + "\",\"userid\":\"u1\",\"username\":\"N\",\"deviceid\":\"r123\",\"devicename\":\"PC\","
                + "\"start_date\":\"2026-02-01T10:00:00Z\",\"end_date\":\"2026-02-01T10:05:00Z\",\"fee\":1.5,\"notes\":null}";
    }

    private Reason reason(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(WebApiException.class, call).reason();
    }

    @Test
    void aSessionIsOpenedReadAndClosed() throws Exception {
        fake.says(200, SESSION).says(200, SESSION).says(204, "");

        SupportSession opened = fake.client().open("g1");
        SupportSession read = fake.client().session("s12-345-678");
        fake.client().close("s12-345-678");

        assertEquals(opened, read);
        assertEquals(Optional.of(URI.create("https://get.teamviewer.com/s12345678")), opened.forCustomer());
        assertEquals("session s12-345-678, open", opened.toString());
        assertEquals(
                List.of(
                        "POST /api/v1/sessions {\"groupid\":\"g1\"}",
                        "GET /api/v1/sessions/s12-345-678 ",
                        "PUT /api/v1/sessions/s12-345-678 {\"state\":\"closed\"}"),
                fake.asked());
    }

    @Test
    void allPagesOfConnectionsAreReadWithoutNames() throws Exception {
        fake.says(200, "{\"records\":[" + record("{AA-01}") + "],\"records_remaining\":1,\"next_offset\":\"o 2\"}")
                .says(200, "{\"records\":[" + record("bb-02") + "]}");

        List<ReportedConnection> all = fake.client().connections(FROM, UNTIL);

        assertEquals(
                List.of("aa-01", "bb-02"),
                all.stream().map(ReportedConnection::id).toList());
        assertFalse(all.toString().contains("PC") || all.toString().contains("username"));
        assertEquals(
                List.of(
                        "GET /api/v1/reports/connections?from_date=2026-02-01T00%3A00%3A00Z&to_date=2026-02-02T00%3A00%3A00Z ",
                        "GET /api/v1/reports/connections?from_date=2026-02-01T00%3A00%3A00Z&to_date=2026-02-02T00%3A00%3A00Z&offset_id=o+2 "),
                fake.asked());
    }

    @Test
    void eventsAreAskedForByNameAndContinued() throws Exception {
        String event = "{\"EventName\":\"SentFile\",\"EventType\":\"Session\",\"Timestamp\":\"2026-02-01T10:01:00Z\","
                + "\"Author\":\"N\",\"AffectedItem\":\"PC\",\"EventDetails\":[{\"a\":1}],\"RCSessionGuid\":\"{AA-01}\"}";
        fake.says(200, "{\"AuditEvents\":[" + event + "],\"ContinuationToken\":\"more\"}")
                .says(200, "{\"AuditEvents\":[],\"ContinuationToken\":null}");

        List<AuditEvent> events =
                fake.client().events(FROM, UNTIL, Set.of(AuditEvent.Name.SENT_FILE, AuditEvent.Name.RECEIVED_FILE));

        assertEquals(
                List.of(new AuditEvent(
                        AuditEvent.Name.SENT_FILE, Instant.parse("2026-02-01T10:01:00Z"), Optional.of("aa-01"))),
                events);
        assertEquals(
                "POST /api/v1/EventLogging {\"StartDate\":\"2026-02-01T00:00:00Z\",\"EndDate\":\"2026-02-02T00:00:00Z\","
                        + "\"EventNames\":[\"SentFile\",\"ReceivedFile\"],\"ContinuationToken\":\"more\"}",
                fake.asked().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "401,NOT_ALLOWED",
        "403,NOT_ALLOWED",
        "404,NOT_FOUND",
        "400,REFUSED",
        "500,SERVER",
        "503,SERVER",
        "302,REFUSED"
    })
    void anErrorHasItsReason(int status, Reason reason) {
        fake.says(status, Map.of("Location", "http://127.0.0.1:1/"), "{\"error\":\"secret of the other end\"}");

        WebApiException failed =
                assertThrows(WebApiException.class, () -> fake.client().session("s1"));

        assertEquals(reason, failed.reason());
        assertEquals(status, failed.status());
        assertEquals(1, fake.asked().size());
        assertFalse(failed.toString().contains("secret") || failed.toString().contains(FakeWebApi.TOKEN));
    }

    @Test
    void tooManyRequestsSayHowLongToWait() {
        fake.says(429, Map.of("Retry-After", "999999999"), "").says(429, Map.of("Retry-After", "soon"), "");

        WebApiException long1 =
                assertThrows(WebApiException.class, () -> fake.client().session("s1"));
        WebApiException none =
                assertThrows(WebApiException.class, () -> fake.client().session("s1"));

        assertEquals(Reason.TOO_MANY, long1.reason());
        assertEquals(Optional.of(Duration.ofHours(1)), long1.retryAfter());
        assertEquals(Optional.empty(), none.retryAfter());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"records\":{}}",
                "{\"records\":[]} {}",
                "{\"records\":[],\"records\":[]}",
                "{\"records\":[{}]}",
                "{\"records\":[{\"id\":\"a\"}]}",
                "{\"records\":[{\"id\":\"a\",\"start_date\":\"yesterday\"}]}",
                "{\"records\":[{\"id\":\"a\",\"id\":\"b\",\"start_date\":\"2026-02-01T10:00:00Z\"}]}",
                "{'records':[]}",
                "<html>"
            })
    void anAnswerOfAnotherFormIsRefused(String body) {
        fake.says(200, body);

        assertEquals(Reason.MALFORMED, reason(() -> fake.client().connections(FROM, UNTIL)));
    }

    @Test
    void pagesThatComeAgainAreRefused() {
        String page = "{\"records\":[],\"next_offset\":\"o\"}";
        fake.says(200, page).says(200, page);

        assertEquals(Reason.MALFORMED, reason(() -> fake.client().connections(FROM, UNTIL)));
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() {
        fake.says(200, "{\"records\":[]}" + " ".repeat(5 * 1024 * 1024));

        assertEquals(Reason.MALFORMED, reason(() -> fake.client().connections(FROM, UNTIL)));
    }

    @Test
    void aLinkThatLeadsElsewhereIsRefused() {
        fake.says(200, SESSION.replace("get.teamviewer.com", "get.teamviewer.com.example"));

        assertEquals(Reason.MALFORMED, reason(() -> fake.client().open("g1")));
    }

    @Test
    void aCodeThatIsNoneIsNeverSent() {
        assertThrows(IllegalArgumentException.class, () -> fake.client().session("../users"));
        assertEquals(List.of(), fake.asked());
    }

    @Test
    void nobodyWhoAnswersIsUnreachable() throws IOException {
        try (Socket silent = new Socket()) { // has the port, and so nobody else does, but does not listen
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            WebApi api = new WebApi(
                    URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/api/v1"), ApiToken.of(FakeWebApi.TOKEN));

            assertEquals(Reason.UNREACHABLE, reason(() -> api.session("s1")));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such permissions")
    void aTokenThatOthersMayReadIsRefusedAndNoneIsPrinted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, FakeWebApi.TOKEN + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThrows(IOException.class, () -> ApiToken.read(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        ApiToken token = ApiToken.read(file);

        assertEquals("Bearer " + FakeWebApi.TOKEN, token.exposeHeader());
        assertFalse(token.toString().contains("123"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ApiToken.of("short"))
                .getMessage()
                .startsWith("a token is"));
    }
}
