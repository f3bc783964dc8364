package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.LoopbackServer.head;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.link.ServiceDate.Seen;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.upgrade.feature.EveryServer;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;

class DatesSeenTest extends HttpsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SteppingClock wall = new SteppingClock(NOON);
    private final SteppingClock steady = new SteppingClock(Instant.EPOCH);
    private final DatesSeen dates = new DatesSeen(
            wall, () -> Duration.between(Instant.EPOCH, steady.instant()).toNanos());

    private static String http(Instant date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
    }

    private void pass(Duration time) {
        wall.step(time);
        steady.step(time);
    }

    private void answer(Duration trip, String... headers) {
        DatesSeen.Question question = dates.ask();
        pass(trip);
        Map<String, List<String>> named = headers.length == 1
                ? Map.of("Date", List.of(headers[0]))
                : Map.of("Date", List.of(headers[0]), "Age", List.of(headers[1]));
        dates.answered(question, HttpHeaders.of(named, (name, value) -> true));
    }

    @Test
    void theOffsetIsThatOfTheMiddleAndKnowsHowFarItMayBeWrong() {
        answer(Duration.ofSeconds(4), http(NOON.plusSeconds(2).minus(HOUR)));

        Seen seen = dates.last().orElseThrow();

        assertEquals(HOUR.minusMillis(500), seen.offset());
        assertEquals(Duration.ofSeconds(3), seen.uncertainty());
        assertEquals(HOUR.minusMillis(3500), seen.atLeast());
        assertEquals(HOUR.plusMillis(2500), seen.atMost());
    }

    @Test
    void aRightClockIsOffByNothing() {
        answer(Duration.ofMillis(40), http(NOON));

        assertEquals(Duration.ZERO, dates.last().orElseThrow().atLeast());
    }

    @Test
    void itCountsForADay() {
        answer(Duration.ZERO, http(NOON));

        pass(Duration.ofHours(25));
        assertTrue(dates.last().isPresent());
        pass(Duration.ofHours(1));

        assertEquals(Optional.empty(), dates.last());
    }

    @Test
    void onceTheClockIsSetTheNextAnswerMustTell() {
        answer(Duration.ZERO, http(NOON.minus(HOUR)));

        wall.step(HOUR.negated());
        assertEquals(Optional.empty(), dates.last());
        answer(Duration.ZERO, http(NOON.minus(HOUR)));

        assertEquals(Duration.ZERO, dates.last().orElseThrow().atLeast());
    }

    @Test
    void aClockThatIsSetBetweenQuestionAndAnswerSaysNothing() {
        DatesSeen.Question question = dates.ask();
        wall.step(HOUR);

        dates.answered(question, HttpHeaders.of(Map.of("date", List.of(http(NOON))), (name, value) -> true));

        assertEquals(Optional.empty(), dates.last());
    }

    @Test
    void anAnswerOfACacheOrWithoutADateSaysNothing() {
        answer(Duration.ZERO, http(NOON), "120");
        answer(Duration.ZERO, "yesterday");
        answer(Duration.ZERO, "Sun, 99 Mar 2026 12:00:00 GMT");
        dates.answered(dates.ask(), HttpHeaders.of(Map.of(), (name, value) -> true));

        assertEquals(Optional.empty(), dates.last());
    }

    @Test
    void aRealServerWithAWrongDateIsHeardWhateverItAnswers() throws IOException {
        Instant wrong = Clock.systemUTC().instant().minus(HOUR);
        server = LoopbackServer.tls(
                identity, (path, out) -> head(out, "404 Not Found", "Date: " + http(wrong), "Content-Length: 0"));
        DatesSeen real = new DatesSeen(Clock.systemUTC(), System::nanoTime);

        try (ReleaseSource source =
                ReleaseSources.open(server.address(), Caps.standard(), tls, new EveryServer(), real)) {
            assertThrows(IOException.class, () -> source.metadata("timestamp.json"));
        }

        Seen seen = real.last().orElseThrow();
        assertTrue(seen.atLeast().compareTo(HOUR) <= 0, seen::toString);
        assertTrue(seen.atMost().compareTo(HOUR.minusSeconds(1)) >= 0, seen::toString);
    }

    @Test
    void aServerThatIsNotTrustedIsNotHeard() {
        server = LoopbackServer.tls(
                org.benchconnect.crypto.testing.TestAuthority.root("Theirs")
                        .server()
                        .issue(),
                (path, out) -> head(out, "404 Not Found", "Date: " + http(NOON), "Content-Length: 0"));
        String address = server.address();

        assertThrows(IOException.class, () -> {
            try (ReleaseSource source = ReleaseSources.open(address, Caps.standard(), tls, new EveryServer(), dates)) {
                source.metadata("timestamp.json");
            }
        });

        assertEquals(Optional.empty(), dates.last());
    }
}
