package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever the bytes are, they are refused with one of the refusals: nobody has the keys of this run. The seeds are signatures of
 * other runs. In tests only the seeds run; {@code JAZZER_FUZZ=1} goes on.
 */
class CodeSignatureFuzzTest {
    private static final CodeSigners POLICY = Vendor.policy();

    @FuzzTest(maxDuration = "1s")
    void anySignatureIsRefused(byte[] bytes) {
        try {
            fail("accepted: " + POLICY.verify(DOCUMENT, bytes, NOW));
        } catch (CodeSignatureException e) {
            e.getMessage();
        }
    }
}
