package org.benchconnect.ledger.format;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TailFuzzTest {
    /** Whatever it says, it ends. */
    @FuzzTest(maxDuration = "1s")
    void everyTailIsJudged(byte[] tail) {
        Tear.isOne(tail, 3);
    }
}
