package org.benchconnect.engine.rfb.channel;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** An answer of any kind: nobody is taken for a supporter who did not sign. */
class AnswerFuzzTest {
    private static final Golden.Agents AGENTS = new Golden.Agents();

    @FuzzTest(maxDuration = "1s")
    void answerSaysAnything(FuzzedDataProvider data) {
        byte[] answer = data.consumeRemainingAsBytes();
        try {
            AGENTS.next().answered(answer, () -> 0);
            if (!AGENTS.isGolden(answer)) {
                throw new AssertionError("an answer was taken that nobody signed");
            }
        } catch (ChannelException e) {
            // the session ends
        }
    }
}
