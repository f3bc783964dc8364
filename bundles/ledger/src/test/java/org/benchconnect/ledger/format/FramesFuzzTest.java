package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.ledger.testing.TestDevice;

class FramesFuzzTest {
    private static final TestDevice DEVICE = new TestDevice();

    /** Frames with right checksums, cut from arbitrary bytes by their first ones. */
    @FuzzTest(maxDuration = "1s")
    void framesWithRightChecksumsAreJudgedToo(byte[] bytes) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        frames.add(Chain.begin(new byte[16]).header());
        for (int at = 0; at + 3 < bytes.length; ) {
            int length = Math.min((bytes[at] & 0xff) * 4 + 1, bytes.length - at - 1);
            byte type = bytes[at] % 2 == 0 ? Frame.ENTRY : Frame.HEAD;
            byte[] payload = Arrays.copyOfRange(bytes, at + 1, at + 1 + length);
            frames.add(new Frame(type, payload, 0, 0).bytes());
            at += 1 + length;
        }

        Verdict verdict = Verifier.verify(Bytes.of(SmallLedger.withChecksums(frames)), DEVICE.key(), Optional.empty());

        assertFalse(verdict.holds());
    }
}
