package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.testing.InMemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a log's lines when the log is treated as logs are. */
class FollowingTest {
    @TempDir
    Path folder = Path.of("");

    private Path log() {
        return folder.resolve("app.log");
    }

    private void append(String text) throws IOException {
        append(log(), text);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A log of which this much has been read. */
    private Following read(String text) throws IOException {
        Following log = Following.of(folder);
        append(text);
        return log.look();
    }

    @Test
    void aLineThatFitsARuleIsToldOnce() throws IOException {
        Following log = Following.of(folder);
        append("nothing\r\na\r\nnothing\r\n");

        log.look().look();

        assertEquals("A", log.raised());
    }

    @Test
    void whatWasThereBeforeTheFirstLookIsNotRead() throws IOException {
        append("a\nhalf of b");
        Following log = Following.of(folder);

        append(" that goes on\nc\n");
        log.look();

        assertEquals("C", log.raised());
    }

    @Test
    void aHalfLineWaitsForItsOtherHalf() throws IOException {
        Following log = read("x\n");

        Files.writeString(log(), "", StandardOpenOption.APPEND);
        append("no");
        log.look();
        append("t a\na");
        log.look();
        assertEquals("", log.raised());
        append("\n");
        log.look();

        assertEquals("A", log.raised());
    }

    @Test
    void aLastLineWithoutAnEndCountsAfterAWhile() throws IOException {
        Following log = Following.of(folder);
        append("a");

        log.look().pass(Follower.HALF_LINE);

        assertEquals("A", log.raised());
    }

    @Test
    void aRenamedLogIsReadToItsEndAndTheNewOneFromItsBegin() throws IOException {
        Following log = read("a\n");

        append("b\n");
        Files.move(log(), folder.resolve("app.log.1"));
        append("c\n");
        log.look();

        assertEquals("ABC", log.raised());
    }

    @Test
    void aLogRenamedToWhatThePatternDoesNotFitIsReadToItsEnd() throws IOException {
        Following log = read("a\n");

        append("b\n");
        Files.move(log(), folder.resolve("old-20260302.txt"));
        append("c\n");
        log.look();
        append(folder.resolve("unrelated.txt"), "d\n");
        log.look();

        assertEquals("ABC", log.raised());
    }

    @Test
    void aLogCopiedAndTruncatedLosesNothing() throws IOException {
        Following log = read("first line of this day\na\n");

        append("b\n");
        Files.copy(log(), folder.resolve("app.log.1"));
        Files.writeString(log(), "");
        append("c\n");
        log.look();

        assertEquals("ABC", log.raised());
    }

    @Test
    void aTruncatedLogThatIsLongerThanBeforeIsReadFromItsBegin() throws IOException {
        Following log = read("a\n");

        Files.writeString(log(), "another begin\nand longer than before\nb\n");
        log.look();

        assertEquals("AB", log.raised());
    }

    @Test
    void afterARestartReadingGoesOnWhereItStopped() throws IOException {
        Following log = read("a\n");
        append("b\n");
        Files.move(log(), folder.resolve("app.log.1"));
        append("c\n");

        Following again = log.again().look();

        assertEquals("BC", again.raised());
    }

    @Test
    void whatCouldNotBeStoredIsToldOnceTheDatabaseIsBack() throws IOException {
        Following log = Following.of(folder);
        log.store.fail(true);
        append("a\n");
        log.look();
        assertEquals("", log.raised());

        log.store.fail(false);
        log.pass(Duration.ofSeconds(2));

        assertEquals("A", log.raised());
    }

    @Test
    void aFindingUnderWayIsFoundAgainAfterAKill() throws IOException {
        Following log = Following.of(folder);
        log.store.hold();
        append("a\n");
        log.look();
        assertEquals("", log.raised());

        Following again = new Following(
                folder, other(log), Following.settings(folder, "app.log*", Following.RULES), log.wall.instant());
        again.look();

        assertEquals("A", again.raised());
    }

    /** What a database holds whose process was killed with a change under way. */
    private static InMemoryStore other(Following log) {
        InMemoryStore killed = new InMemoryStore();
        killed.remember("it.log", log.store.memory("it.log"));
        return killed;
    }

    @Test
    void eachEncodingIsRead() throws IOException {
        Following log = Following.of(folder);
        String line = "Störung €\n";
        for (Charset charset : new Charset[] {
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252")
        }) {
            RecordedNotifications before = log.notifications;
            Path file = folder.resolve("app.log." + charset.name());
            int told = before.signals().size();
            Files.write(file, ("begin\r\n" + line).getBytes(charset));
            log.look().pass(Duration.ofMinutes(11));

            Files.write(file, line.getBytes(charset), StandardOpenOption.APPEND);
            log.look();

            assertTrue(before.signals().size() > told, charset.name());
        }
    }

    @Test
    void aLineBeyondTheLimitIsCutAndTheNextOneRead() throws IOException {
        Following log = Following.of(folder);
        append("x".repeat(5 * LineCutter.LONGEST + 17) + "\na\n");

        log.look();

        assertEquals("A", log.raised());
    }

    @Test
    void whatIsSoAndOverWithinOneLookIsToldAllTheSame() throws IOException {
        Following log = Following.of(
                folder,
                Following.settings(folder, "app.log*", List.of("DOWN fault instrument: ^down", "clear DOWN: ^up")));
        log.look();
        append("down\nup\ndown\n");

        log.look();

        assertEquals(List.of("+DOWN", "-DOWN", "+DOWN"), log.notifications.said());
    }

    @Test
    void anIdleInstrumentIsIdleOnceAllIsRead() throws IOException {
        Following log = Following.of(folder);
        assertEquals(Activity.UNKNOWN, activity(log));

        append("run begins\n");
        log.look();
        assertEquals(Activity.ACQUIRING, activity(log));
        append("run ends\n");
        log.look();

        assertEquals(Activity.IDLE, activity(log));
        assertEquals(Activity.IDLE, activity(log.again().look()));
        log.steady.step(Duration.ofMinutes(1));
        assertEquals(Activity.UNKNOWN, activity(log));
    }

    private static Activity activity(Following log) {
        return new QuietRule(true, Duration.ZERO, Duration.ofSeconds(11)).at(log.steady.instant(), log.keeper.seen());
    }

    @Test
    void nothingOfALineIsInTheDatabaseOrInASignal() throws IOException {
        Following log = read("a\nPatient JIM-CANARY-4711\n");

        String kept = log.store.memory("it.log").encode() + log.notifications.signals();

        assertFalse(kept.contains("CANARY"));
        assertFalse(new Line("CANARY", false).toString().contains("CANARY"));
    }

    @Test
    void aFolderThatIsGoneIsToldAndClearsWhenItIsBack() throws IOException {
        Path away = folder.resolve("away");
        Following log = Following.of(folder, Following.settings(away, "*.log", Following.RULES));

        log.look();
        assertEquals("LOG_UNREADABLE", log.raised());
        assertEquals(Activity.UNKNOWN, activity(log));
        Files.createDirectory(away);
        log.look();

        assertTrue(log.keeper.seen().since() != null);
    }
}
