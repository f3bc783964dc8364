package org.benchconnect.engine.rfb.channel;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.benchconnect.crypto.secret.Secret;

/** A frame of any kind: none is taken that nobody sealed. */
class FrameFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void frameSaysAnything(FuzzedDataProvider data) {
        byte[] key = new byte[DirectionKey.KEY];
        Arrays.fill(key, (byte) 9);
        FrameOpener opener = new FrameOpener(
                new DirectionKey(Secret.copyOf(key), Secret.copyOf(Arrays.copyOf(key, DirectionKey.IV))));
        try {
            opener.open(data.consumeRemainingAsBytes());
            throw new AssertionError("a frame was taken that nobody sealed");
        } catch (FrameRefusedException e) {
            // the session ends
        }
    }
}
