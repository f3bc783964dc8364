package org.benchconnect.teamviewerbridge.support;

import com.code_intelligence.jazzer.junit.FuzzTest;

class SupportTextFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreTheWordsOfTheFileOrRefused(byte[] bytes) {
        try {
            SupportText.read(bytes);
        } catch (SupportFileException e) {
            e.getMessage();
        }
    }
}
