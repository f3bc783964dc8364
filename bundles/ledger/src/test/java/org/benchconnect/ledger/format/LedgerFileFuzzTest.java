package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.ledger.testing.TestDevice;

class LedgerFileFuzzTest {
    private static final TestDevice DEVICE = new TestDevice();

    /** A key made in this process signed nothing that a fuzzer finds. */
    @FuzzTest(maxDuration = "1s")
    void noBytesAreALedgerOfThisDevice(byte[] file) throws IOException {
        Verdict verdict = Verifier.verify(Bytes.of(file), DEVICE.key(), Optional.empty());

        assertFalse(verdict.holds());
    }

    /** Payloads that a checksum would protect from most fuzzing. */
    @FuzzTest(maxDuration = "1s")
    void whatIsReadAsAnEntryOrHeadIsWrittenTheSame(byte[] json) {
        try {
            String entry = Kept.read(json).toString();
            check(entry.getBytes(java.nio.charset.StandardCharsets.US_ASCII), json);
        } catch (FormException noEntry) {
            // fine
        }
        try {
            check(Heads.write(Heads.read(json)), json);
        } catch (FormException noHead) {
            // fine
        }
    }

    /** Frames with right checksums, cut from arbitrary bytes by their first ones. */
    @FuzzTest(maxDuration = "1s")
    void framesWithRightChecksumsAreJudgedToo(byte[] bytes) throws Exception {
        List<byte[]> frames = new java.util.ArrayList<>();
        frames.add(Chain.begin(new byte[16]).header());
        for (int at = 0; at + 3 < bytes.length; ) {
            int length = Math.min((bytes[at] & 0xff) * 4 + 1, bytes.length - at - 1);
            byte type = bytes[at] % 2 == 0 ? Frame.ENTRY : Frame.HEAD;
            byte[] payload = java.util.Arrays.copyOfRange(bytes, at + 1, at + 1 + length);
            frames.add(new Frame(type, payload, 0, 0).bytes());
            at += 1 + length;
        }

        Verdict verdict = Verifier.verify(Bytes.of(SmallLedger.withChecksums(frames)), DEVICE.key(), Optional.empty());

        assertFalse(verdict.holds());
    }

    /** Whatever it says, it ends. */
    @FuzzTest(maxDuration = "1s")
    void everyTailIsJudged(byte[] tail) {
        Tear.isOne(tail, 3);
    }

    private static void check(byte[] written, byte[] read) {
        if (!java.util.Arrays.equals(written, read)) {
            throw new IllegalStateException("two forms of one");
        }
    }
}
