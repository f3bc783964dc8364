package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever the token is, it is refused: nobody has the keys of this run's time authority. The seeds are tokens of other runs. */
class TimeStampFuzzTest {
    private static final PinnedAuthorities AUTHORITIES = authorities();

    private static PinnedAuthorities authorities() {
        try {
            return new PinnedAuthorities(
                    Purpose.TIME_STAMPING, List.of(Vendor.TIME_AUTHORITY.certificate()), new Revocations(List.of()));
        } catch (SigningPolicyRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest(maxDuration = "1s")
    void anyTimeStampIsRefused(byte[] bytes) {
        try {
            fail("accepted: " + TimeStamp.verify(bytes, DOCUMENT, AUTHORITIES, NOW));
        } catch (TimeStampRefusedException e) {
            e.getMessage();
        }
    }
}
