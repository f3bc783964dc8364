package org.benchconnect.teamviewerbridge.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

class LastSessionTextFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreALastSessionOrNone(byte[] bytes) {
        LastSessionText.read(bytes).ifPresent(LastSessionText::write);
    }
}
