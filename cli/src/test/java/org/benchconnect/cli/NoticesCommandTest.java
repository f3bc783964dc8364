package org.benchconnect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code benchconnect notices} from its words to what is printed, over real HTTP. */
class NoticesCommandTest {
    private static final String DISK = notice(1, "host", "WARNING", "OPEN", "Disk", "");
    private static final String LASER = notice(
            2,
            "navios",
            "FAULT",
            "OPEN",
            "Laser",
            ", \"escalatedAt\": \"2026-03-02T09:30:12Z\", \"seenByServiceAt\": \"2026-03-02T09:45:00Z\"");
    private static final String PRESSURE = notice(
            3,
            "navios",
            "INFO",
            "CLEARED",
            "Pressure",
            ", \"escalatedAt\": null, \"seenByServiceAt\": \"2026-03-02T09:45:00Z\"");

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private String answer = "{}";

    NoticesCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    private static String notice(int id, String source, String severity, String state, String title, String more) {
        return """
                {"id": %d, "source": "%s", "severity": "%s", "state": "%s", "count": 1, "firstSeen": "2026-03-02T09:00:00Z",
                 "title": "%s", "detail": "Detail.", "remedy": "Remedy."%s}"""
                .formatted(id, source, severity, state, title, more);
    }

    private static String notices(String... notices) {
        return "{\"since\": \"2026-03-02T06:00:00Z\", \"notices\": [" + String.join(",", notices) + "]}";
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectories(home.resolve("run"));
        Files.writeString(
                home.resolve("run/api"),
                "{\"url\":\"http://127.0.0.1:" + server.getAddress().getPort() + "\",\"token\":\"secret\"}");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String run(int exit, String... words) {
        List<String> all = Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                .toList();
        int said = BenchConnect.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(exit, said, () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String printed(String language, String notices, boolean shift) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NoticesPrinter printer = new NoticesPrinter(
                NoticesWords.of(language), ZoneOffset.ofHours(1), new PrintStream(out, true, StandardCharsets.UTF_8));
        if (shift) {
            printer.shift(JsonParser.parseString(notices).getAsJsonObject());
        } else {
            printer.groups(JsonParser.parseString(notices).getAsJsonObject().getAsJsonArray("notices"));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noticesOfThisPcStandLastUnderAHeadingAndAllMarksAreSaid() {
        assertEquals(
                """
                   2  FAULT   open         Laser
                      Detail.
                      Remedy.
                      Nobody acknowledged it for 30 minutes
                      Seen by service (2026-03-02 10:45); it still needs somebody here
                   3  INFO    cleared      Pressure
                      Detail.
                      Remedy.
                      Seen by service (2026-03-02 10:45)
                This PC
                   1  WARNING open         Disk
                      Detail.
                      Remedy.
                """,
                printed("en", notices(DISK, LASER, PRESSURE), false));
    }

    @Test
    void withoutNoticesOfThisPcThereIsNoHeading() {
        assertEquals(
                """
                   2  GUASTO     aperto       Laser
                      Detail.
                      Remedy.
                      Nessuno ne ha preso visione per 30 minuti
                      Visto dall’assistenza (2026-03-02 10:45); serve ancora qualcuno qui
                """,
                printed("it", notices(LASER), false));
    }

    @Test
    void theShiftSaysSinceWhenAndWhatHappened() {
        assertEquals(
                """
                Desde su último turno (2026-03-02 07:00): 1
                Este PC
                   1  ADVERTENCIA abierto      Disk
                      Detail.
                      Remedy.
                """,
                printed("es", notices(DISK), true));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Since your last shift (2026-03-02 07:00): nothing has happened",
        "it, 'Dal vostro ultimo turno (2026-03-02 07:00): non è successo nulla'",
        "es, 'Desde su último turno (2026-03-02 07:00): no ocurrió nada'"
    })
    void aQuietShiftIsSaidInTheLanguageAskedFor(String language, String line) {
        assertEquals(line + "\n", printed(language, notices(), true));
    }

    @ParameterizedTest
    @CsvSource({"09:00:00, 1 minute", "09:01:10, 1 minute", "09:02:00, 2 minutes", "23:59:00, 899 minutes"})
    void forHowLongNobodyAcknowledgedItIsSaidInMinutes(String time, String end) {
        String mark = ", \"escalatedAt\": \"2026-03-02T" + time + "Z\"";

        String said = printed("en", notices(notice(1, "navios", "FAULT", "OPEN", "T", mark)), false);

        assertTrue(said.endsWith("      Nobody acknowledged it for " + end + "\n"), said);
    }

    @Test
    void afterMoreThanADayNoNumberIsSaid() {
        String mark = ", \"escalatedAt\": \"2026-03-05T09:00:00Z\"";

        String said = printed("en", notices(notice(1, "navios", "FAULT", "OPEN", "T", mark)), false);

        assertTrue(said.contains("Nobody acknowledged it for too long"), said);
    }

    @Test
    void theListForProgramsIsANoticeALineAsTheAgentSaysIt() {
        answer = notices(DISK, LASER);

        List<String> lines = run(0, "notices", "--json").lines().toList();

        assertEquals(
                List.of(JsonParser.parseString(DISK), JsonParser.parseString(LASER)),
                lines.stream().map(JsonParser::parseString).toList());
        assertEquals(List.of("GET /api/v1/notices?state=active&limit=1000&lang=en"), asked);
    }

    @Test
    void theShiftForProgramsIsWhatTheAgentSays() {
        answer = notices(DISK, LASER);

        String said = run(0, "notices", "shift", "--json", "--lang", "it");

        assertEquals(JsonParser.parseString(answer), JsonParser.parseString(said));
        assertEquals(List.of("GET /api/v1/notices/since-last-shift?lang=it"), asked);
    }

    @ParameterizedTest
    @CsvSource({"en, nothing to report", "it, nulla da segnalare", "es, nada que señalar"})
    void thatThereIsNothingIsSaidInTheLanguageAskedFor(String language, String line) {
        answer = notices();

        assertEquals(line + "\n", run(0, "notices", "--lang", language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"notices\": [{}]}", "{\"notices\": 3}", "{\"notices\": [{\"id\": []}]}"})
    void anAnswerOfAnotherVersionIsSaidToBeOne(String other) {
        answer = other;

        run(1, "notices");

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot be read"), err::toString);
    }

    @Test
    void wordsThatAreNoneAreAMatterOfUsage() {
        run(2, "notices", "shift", "7");

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("[list|shift|ack ID|follow]"), err::toString);
    }
}
