package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a proxy sends: nothing of it is thrown, and nothing but its number and known names remains. */
class ProxyAnswerFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void of(byte[] head) {
        ProxyAnswer.of(head)
                .ifPresent(answer -> assertTrue(answer.status() >= 100 && answer.status() < 600, answer::toString));
    }
}
