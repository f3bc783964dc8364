package org.benchconnect.teamviewerbridge.rules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

class TriesTextFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreTriesAsTheyAreWrittenOrNone(byte[] bytes) {
        TriesText.read(bytes).ifPresent(tries -> assertArrayEquals(bytes, TriesText.write(tries)));
    }
}
