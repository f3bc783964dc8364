package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** No bytes do anything but be refused, or be the one text of what was read. */
class GrantFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytes(byte[] bytes) {
        OneText.grant(bytes);
        OneText.list(bytes);
    }
}
