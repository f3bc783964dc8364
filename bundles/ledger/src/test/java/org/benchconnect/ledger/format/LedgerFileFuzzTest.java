package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
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
}
