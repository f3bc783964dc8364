package org.benchconnect.consent.account;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever is under the seal of the attempts at PINs: it is read to the letter and written the same, or refused. */
class AttemptsFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void attempts(byte[] bytes) {
        try {
            if (!Arrays.equals(bytes, Attempts.read(bytes).write())) {
                throw new AssertionError("read what it does not write");
            }
        } catch (IllegalArgumentException e) {
            return; // refused
        }
    }
}
