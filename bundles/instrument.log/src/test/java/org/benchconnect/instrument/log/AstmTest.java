package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.benchconnect.core.instrument.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AstmTest {
    private static final LogTable TABLE = LogTable.of(List.of("CONTROL_FAILED fault instrument: ^CONTROL_FAILED"));

    private final AstmJudge judge = new AstmJudge(TABLE, 3, 10);

    /** Counts what it sees. */
    private static final class Seen implements AstmFrames.Sight {
        int intact;
        int damaged;
        final List<String> comments = new ArrayList<>();

        @Override
        public void call() {
            // counted by the judge
        }

        @Override
        public void answer() {
            // counted by the judge
        }

        @Override
        public void refusal() {
            // counted by the judge
        }

        @Override
        public void frame(boolean whole, int identity) {
            intact += whole ? 1 : 0;
            damaged += whole ? 0 : 1;
        }

        @Override
        public void comment(String code) {
            comments.add(code);
        }
    }

    static String frame(int number, String text) {
        String framed = number + text + "\r\u0003";
        int sum = framed.chars().sum() & 0xFF;
        return "\u0002" + framed + String.format(Locale.ROOT, "%02X", sum) + "\r";
    }

    private String said(String... lines) {
        judge.begin(Instant.parse("2026-03-02T08:00:00Z"));
        for (String line : lines) {
            judge.take(new Line(line, false));
        }
        Findings findings = new Findings();
        judge.end(findings);
        return findings.signals().stream()
                        .map(signal -> signal.code().name() + " " + signal.severity() + " ")
                        .reduce("", String::concat)
                + findings.healthy().stream()
                        .map(condition -> "-" + condition.code())
                        .reduce("", String::concat);
    }

    @Test
    void aQuietConversationSaysNothing() {
        assertEquals("", said("\u0005", "\u0006", frame(1, "H|\\^&"), "\u0006", frame(2, "L|1|N"), "\u0006\u0004"));
    }

    @Test
    void refusedDamagedAndRepeatedFramesCountTogether() {
        String frame = frame(1, "H|\\^&");

        assertEquals("LIS_TROUBLE WARNING ", said("\u0005\u0006", frame, "\u0015", frame, "\u0002" + "1H|\u000300\r"));
        assertEquals("LIS_TROUBLE FAULT ", said("\u0015\u0015\u0015\u0015\u0015\u0015\u0015"));
    }

    @Test
    void threeCallsWithoutAnAnswerAreAFaultUntilTheNextAnswer() {
        assertEquals("", said("\u0005", "\u0005", "\u0005"), "an archive of one side only");
        assertEquals("", said("\u0006"));

        assertEquals("LIS_NO_ANSWER FAULT ", said("\u0005", "\u0005", "\u0005"));
        assertEquals("-LIS_NO_ANSWER", said("\u0006"));
    }

    @Test
    void controlCharactersMayBeWrittenOut() {
        assertEquals("LIS_TROUBLE WARNING ", said("08:00 <ENQ>", "08:00 <NAK>", "08:01 <NAK>", "08:02 <NAK>"));
    }

    @Test
    void onlyCodedCommentsGoByTheTable() {
        assertEquals("", said(frame(1, "C|1|I|Jim Brown|G"), frame(2, "R|1|CONTROL_FAILED|5")));
        assertEquals("CONTROL_FAILED FAULT ", said(frame(3, "C|1|I|CONTROL_FAILED^^PLT_ABOVE_TOLERANCE|I")));
    }

    @Test
    void whereItStandsIsRememberedOverARestart() {
        said("\u0006", "\u0005", "\u0005");
        Memory kept = judge.keep(Memory.blank());

        judge.load(Memory.decode(kept.encode()));

        assertEquals("LIS_NO_ANSWER FAULT ", said("\u0005"));
    }

    @ParameterizedTest
    @CsvSource({"astm_yumizen_h500_qcfail.txt,CONTROL_FAILED^^PLT_ABOVE_TOLERANCE", "astm_cobas_c111.txt,"})
    void realConversationsAreRead(String name, String comment) throws IOException {
        Path file = shared().resolve("instruments").resolve(name);
        assumeTrue(Files.exists(file), "the shared sample data is not here");
        Seen seen = new Seen();

        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            AstmFrames.read(line, seen);
        }

        assertTrue(seen.intact + seen.damaged > 3, "frames were seen");
        assertEquals(
                comment == null ? List.of() : List.of(comment),
                seen.comments.stream().distinct().toList());
    }

    static Path shared() {
        String set = System.getProperty("benchconnect.shared");
        if (set != null) {
            return Path.of(set);
        }
        Path at = Path.of("").toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("shared/data"))) {
            at = at.getParent();
        }
        return at == null ? Path.of("absent") : at.resolve("shared/data");
    }
}
