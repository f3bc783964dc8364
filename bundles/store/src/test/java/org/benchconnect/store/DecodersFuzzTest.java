package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.Facts;

/**
 * What comes back from the database: it decodes to something that is written the same way again, or is refused with an
 * {@link IllegalArgumentException}; never anything else.
 */
class DecodersFuzzTest {
    @FuzzTest
    void reports(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        try {
            assertEquals(line, ReportCodec.encode(ReportCodec.decode(line)));
        } catch (IllegalArgumentException refused) {
            return;
        }
    }

    @FuzzTest
    void facts(byte[] bytes) {
        try {
            String line =
                    Facts.decode(new String(bytes, StandardCharsets.UTF_8)).encode();
            assertEquals(line, Facts.decode(line).encode());
        } catch (IllegalArgumentException refused) {
            return;
        }
    }

    @FuzzTest
    void memories(byte[] bytes) {
        try {
            Memory memory = Memory.decode(new String(bytes, StandardCharsets.UTF_8));
            assertEquals(memory, Memory.decode(memory.encode()));
        } catch (IllegalArgumentException refused) {
            return;
        }
    }
}
