package org.benchconnect.crypto.secret;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes, a stream that was not sealed here is refused. */
class SealedStreamFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void foreignBytes(byte[] bytes) {
        FuzzedStream.refused(bytes);
    }
}
