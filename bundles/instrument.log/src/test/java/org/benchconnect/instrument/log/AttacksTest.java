package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs and rules that are made to hold the reader up, or to have it say that an instrument is idle. Work is counted, not timed. */
class AttacksTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder = Path.of("");

    /** Takes all lines and counts them. */
    private static final class Counting implements Judge {
        int lines;

        @Override
        public boolean take(Line line) {
            lines++;
            return true;
        }

        @Override
        public void load(Memory memory) {
            lines = 0;
        }

        @Override
        public void begin(Instant now) {
            // any time is the same
        }

        @Override
        public void end(Findings findings) {
            // says nothing
        }

        @Override
        public Memory keep(Memory memory) {
            return memory;
        }

        @Override
        public Activity said() {
            return Activity.UNKNOWN;
        }
    }

    private static final class Digests implements Fingerprints {
        int made;

        @Override
        public long of(byte[] bytes, int from, int to) {
            made++;
            return Arrays.hashCode(Arrays.copyOfRange(bytes, from, to)) & 0xFFFF_FFFFL;
        }
    }

    private Following following(String... rules) {
        return new Following(folder, new InMemoryStore(), Following.settings(folder, "*.log", List.of(rules)), NOW)
                .look();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("x.log"), text);
    }

    private void append(String text) throws IOException {
        Files.writeString(folder.resolve("x.log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Follower follower(Judge judge, Clock steady) {
        Follower follower = new Follower(new LogFolder(folder.toString(), "*.log"), LogEncoding.AUTO, judge, steady);
        follower.load(Memory.blank());
        return follower;
    }

    private void rewriteAll(int files, int round) throws IOException {
        for (int i = 0; i < files; i++) {
            byte[] content =
                    ("round " + round + " file " + i + " " + "x".repeat(1100)).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve(i + ".log"), Arrays.copyOf(content, 1100 + round));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0002", "\u00021", "\u0002\u0006"})
    void aFrameThatBeginsAnewIsNotSearchedForAnEndThatIsOfAnother(String piece) {
        String line = piece.repeat(1000) + "\u00021H|\u0003";
        int sum = "1H|\u0003".chars().sum() & 0xFF;
        AstmJudge judge = new AstmJudge(LogTable.of(List.of()), 3, 10);
        judge.begin(NOW);

        judge.take(new Line(line + "%02X\r".formatted(sum), false));
        Findings findings = new Findings();
        judge.end(findings);

        assertTrue(findings.isEmpty(), "one whole frame, and nothing else");
        assertEquals(
                1, AstmFrames.endOf("\u0002".repeat(65_536), 0), "a frame is looked through to the next begin only");
    }

    @Test
    void aFolderOfFilesThatAreAllWrittenAnewCostsADigestEachAndNotOneForEachOfTheOthers() throws IOException {
        int files = 200;
        Digests digests = new Digests();
        Follower follower = follower(new Counting(), new SteppingClock(Instant.EPOCH));
        rewriteAll(files, 1);
        follower.look(digests);

        rewriteAll(files, 2);
        digests.made = 0;
        follower.look(digests);

        assertTrue(digests.made <= 10 * files, () -> "digests: " + digests.made);
    }

    @Test
    void manyNewFilesAreMetOverSeveralLooksAndNoneIsLeftOut() throws IOException {
        int files = 450;
        Counting judge = new Counting();
        Follower follower = follower(judge, new TickingClock());
        follower.look(new Digests());
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve(i + ".log"), "line of file " + i + "\n");
        }

        Follower.Look first = follower.look(new Digests());
        int looks = 1;
        for (Follower.Look look = first; look.more() && looks < 100; looks++) {
            look = follower.look(new Digests());
        }

        assertTrue(first.more());
        assertTrue(looks < 20, "looks: " + looks);
        assertEquals(files, judge.lines);
    }

    @Test
    void aLookEndsInTimeHoweverLongALineTakesAndComesOnByOneAtLeast() throws IOException {
        Counting judge = new Counting();
        Follower follower = follower(judge, new TickingClock());
        follower.look(new Digests());
        write("line\n".repeat(1000));

        Follower.Look look = follower.look(new Digests());

        assertTrue(look.more());
        assertTrue(judge.lines > 0 && judge.lines <= 250, () -> "lines: " + judge.lines);
    }

    @Test
    void aLogThatFlapsIsReadInAFewChangesOfTheDatabase() throws IOException {
        Following log = following(
                "AA fault instrument: ^ERROR", "clear AA: ^FINE", "BB fault instrument clears after 1d: ^behind it");

        write("ERROR\nFINE\n".repeat(100_000) + "behind it\n");
        log.look();

        List<String> said = log.notifications.said();
        assertTrue(said.contains("+BB"), "what stands behind is told");
        assertTrue(said.size() <= 10, () -> said.size() + " changes");
        assertEquals("-AA", said.stream().filter(code -> code.endsWith("AA")).reduce("", (one, last) -> last));
    }

    @Test
    void aLineWhoseCommentsFlapIsNotReadForEver() throws IOException {
        LogTable table = LogTable.of(List.of("DOWN fault instrument: ^A_DOWN", "clear DOWN: ^A_UP"));
        AstmJudge judge = new AstmJudge(table, 3, 10);
        String down = "C|1|I|A_DOWN|I\r";
        Line line = new Line(AstmTest.frame(1, down + "C|2|I|A_UP|I\r" + down), false);

        int looks = 0;
        boolean taken = false;
        for (; looks < 20 && !taken; looks++) {
            judge.begin(NOW);
            taken = judge.take(line);
            judge.end(new Findings());
        }

        assertTrue(taken);
        assertTrue(looks <= 5, "looks: " + looks);
    }

    @Test
    void aBusyRuleThatIsTooSlowLeavesTheActivityUnknown() throws IOException {
        Following log = following("busy: (.*a){200}b|^run", "idle: ^done");
        write("done\n");
        log.look();
        assertEquals(Activity.IDLE, log.keeper.seen().said());

        write("done\n" + ("a".repeat(400) + "\n"));
        log.look();
        assertEquals(Activity.UNKNOWN, log.keeper.seen().said());
        write("done\n" + ("a".repeat(400) + "\n").repeat(3) + "done\n");
        log.look();

        assertEquals(Activity.UNKNOWN, log.keeper.seen().said(), "it is switched off: nobody would see a run begin");
    }

    @Test
    void aLogThatCannotBeOpenedDoesNotLetTheInstrumentBeIdle() throws IOException {
        Following log = following("busy: ^run", "idle: ^done");
        write("done\n");
        log.look();
        assertTrue(log.keeper.seen().caughtUp());

        Files.createFile(folder.resolve("y.log"));
        boolean hidden = folder.resolve("y.log").toFile().setReadable(false);
        boolean unreadable = hidden && !Files.isReadable(folder.resolve("y.log"));
        org.junit.jupiter.api.Assumptions.assumeTrue(unreadable, "this account reads every file");
        log.look();

        assertFalse(log.keeper.seen().caughtUp());
    }

    @Test
    void aFileThatIsLeftOutDoesNotLetTheInstrumentBeIdle() throws IOException {
        Following log = following("busy: ^run", "idle: ^done");
        write("done\n");
        log.look();
        assertTrue(log.keeper.seen().caughtUp());

        for (int i = 0; i < 760; i++) {
            Files.createFile(folder.resolve(i + ".log"));
        }
        log.look();

        assertFalse(log.keeper.seen().caughtUp());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 24, 24 * 365})
    void aClockThatWasWrongForAWhileDoesNotSilenceARuleThatCounts(int hours) throws IOException {
        List<String> rules = List.of("AA fault instrument 3 in 10m clears after 30m: ERROR");
        LogSettings settings = Following.settings(folder, "*.log", rules);
        Following wrong =
                new Following(folder, new InMemoryStore(), settings, NOW.plus(Duration.ofHours(hours))).look();
        append("ERROR\n");
        wrong.look().pass(Duration.ofSeconds(10));
        assertEquals("", wrong.raised());

        Following right = new Following(folder, wrong.store, settings, NOW).look();
        append("ERROR\nERROR\nERROR\n");
        right.look();
        assertEquals("AA", right.raised());
        right.pass(Duration.ofMinutes(40));

        assertEquals(List.of("+AA", "-AA"), right.notifications.said());
    }

    @Test
    void aRuleCannotSpeakInTheNameOfTheWatchItself() {
        LogTable table = LogTable.of(List.of(
                "SERVICE_STOPPED fault instrument: x",
                "clear SERVICE_STOPPED: y",
                "LOG_UNREADABLE info software: z",
                "MINE fault instrument: x"));

        LogTable left = table.without(LogWatch.taken(Set.of("SERVICE_STOPPED")));

        assertEquals(Set.of("MINE"), left.codes());
        assertEquals(List.of(1, 2, 3), left.invalid());
        assertEquals(
                Duration.ZERO,
                Following.settings(folder, "*", List.of()).without(Set.of()).quiet());
    }
}
