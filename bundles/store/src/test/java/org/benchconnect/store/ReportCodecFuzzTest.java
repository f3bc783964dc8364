package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** What comes back from the database is written the same way again, or refused; nothing else ever happens. */
class ReportCodecFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void decodesOrRefuses(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        try {
            assertEquals(line, ReportCodec.encode(ReportCodec.decode(line)));
        } catch (IllegalArgumentException refused) {
            return;
        }
    }
}
