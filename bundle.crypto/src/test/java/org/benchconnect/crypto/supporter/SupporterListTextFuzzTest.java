package org.benchconnect.crypto.supporter;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A text that was signed is a list or refused, and nothing else. */
class SupporterListTextFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anySignedTextIsAListOrNone(byte[] json) {
        try {
            SupporterListText.read(json);
        } catch (SupporterRefusedException e) {
            e.rule();
        }
    }
}
