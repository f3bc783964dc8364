package org.benchconnect.ledger.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class EntriesAndHeadsFuzzTest {
    /** Payloads that a checksum would protect from most fuzzing. */
    @FuzzTest(maxDuration = "1s")
    void whatIsReadAsAnEntryOrHeadIsWrittenTheSame(byte[] json) {
        try {
            String entry = Kept.read(json).toString();
            check(entry.getBytes(StandardCharsets.US_ASCII), json);
        } catch (FormException noEntry) {
            // fine
        }
        try {
            check(Heads.write(Heads.read(json)), json);
        } catch (FormException noHead) {
            // fine
        }
    }

    private static void check(byte[] written, byte[] read) {
        if (!Arrays.equals(written, read)) {
            throw new IllegalStateException("two forms of one");
        }
    }
}
