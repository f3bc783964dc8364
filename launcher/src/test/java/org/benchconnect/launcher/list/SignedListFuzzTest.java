package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** No bytes but those that the device signed are accepted, and no bytes do anything but be refused. */
class SignedListFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void signatures(byte[] bytes) {
        OneSignature.refused(bytes);
    }
}
