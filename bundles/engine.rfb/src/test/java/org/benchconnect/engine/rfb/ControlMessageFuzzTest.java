package org.benchconnect.engine.rfb;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

class ControlMessageFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void controlSaysAnything(FuzzedDataProvider data) {
        try {
            ControlMessage.read(ByteBuffer.wrap(data.consumeRemainingAsBytes()));
        } catch (ControlMessage.MalformedControlException e) {
            // the session ends
        }
    }
}
