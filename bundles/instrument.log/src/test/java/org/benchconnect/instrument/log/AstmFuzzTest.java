package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.instrument.Memory;

/** Any bytes as an archive: no exception, and only codes come out. */
class AstmFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void readsAnything(byte[] bytes) {
        AstmJudge judge = new AstmJudge(LogTable.of(List.of("FAILED fault instrument: ^CONTROL_FAILED")), 3, 10);
        judge.begin(Instant.EPOCH);
        LineCutter cutter = new LineCutter(LogEncoding.BYTES, false);

        int to = cutter.cut(bytes, 0, bytes.length, true, line -> {
            judge.take(line);
            return true;
        });
        Findings findings = new Findings();
        judge.end(findings);

        assertTrue(to == bytes.length || cutter.skipping());
        judge.load(Memory.decode(judge.keep(Memory.blank()).encode()));
    }
}
