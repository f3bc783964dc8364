package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that count, and conditions that end by themselves. */
class CountingTest {
    @TempDir
    Path folder = Path.of("");

    private Following following(String... rules) {
        return new Following(
                        folder,
                        new InMemoryStore(),
                        Following.settings(folder, "*.log", List.of(rules)),
                        Instant.parse("2026-03-02T08:00:00Z"))
                .look();
    }

    private void lines(int count, String line) throws IOException {
        Files.writeString(
                folder.resolve("x.log"),
                (line + "\n").repeat(count),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Test
    void fewerThanTheCountSayNothing() throws IOException {
        Following log = following("MANY warning software 5 in 10m: oops");

        lines(4, "oops");
        log.look().pass(Duration.ofMinutes(12));
        lines(4, "oops");
        log.look();

        assertEquals("", log.raised());
    }

    @Test
    void theCountWithinItsTimeIsToldOverARestartToo() throws IOException {
        Following log = following("MANY warning software 5 in 10m: oops");
        lines(4, "oops");
        log.look();

        Following again = log.again().look();
        lines(1, "oops");
        again.look();

        assertEquals("MANY", again.raised());
        assertEquals(
                "MATCHES=n5;WITHIN_MINUTES=n10",
                again.notifications.signals().get(0).facts().encode());
    }

    @Test
    void aConditionEndsWithoutAMatchForItsTime() throws IOException {
        Following log = following("DOWN fault instrument clears after 1h: down");
        lines(1, "down");
        log.look().pass(Duration.ofMinutes(59));
        assertEquals(List.of("+DOWN"), log.notifications.said());

        log.pass(Duration.ofMinutes(2));

        assertEquals(List.of("+DOWN", "-DOWN"), log.notifications.said());
    }

    @Test
    void aThousandMatchesAreToldOnce() throws IOException {
        Following log = following("DOWN fault instrument: down");

        lines(1000, "down");
        log.look();
        lines(1000, "down");
        log.look();

        assertEquals("DOWN", log.raised());
    }

    @Test
    void aRuleThatIsTooSlowIsSwitchedOffAndTold() throws IOException {
        Following log = following("SLOW fault instrument: (.*a){200}b", "GOOD warning instrument: good");

        lines(5, "a".repeat(400));
        lines(1, "good");
        log.look();

        assertEquals("GOODLOG_RULE_TOO_SLOW", log.raised());
    }

    @Test
    void linesOfTenHoursReadAtOnceAreNoBurst() throws IOException {
        LogSettings settings = new LogSettings(
                folder.toString(),
                "*.log",
                LogEncoding.AUTO,
                LogTable.of(List.of("MANY warning software 3 in 10m: oops")),
                "yyyy-MM-dd HH:mm",
                Duration.ZERO);
        Following log = new Following(folder, new InMemoryStore(), settings, Instant.parse("2026-03-02T20:00:00Z"));
        log.look();

        for (int hour = 1; hour < 10; hour++) {
            lines(1, "2026-03-02 0" + hour + ":00 oops");
        }
        log.look();

        assertEquals("", log.raised());
    }
}
