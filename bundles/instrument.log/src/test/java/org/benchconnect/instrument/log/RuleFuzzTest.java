package org.benchconnect.instrument.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as a rule. */
class RuleFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void readsAnyRule(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);

        LogTable table = LogTable.of(List.of(text, "A fault instrument: " + text, "busy: " + text));

        assertEquals(3, table.rules().size() + table.invalid().size());
    }
}
