package org.benchconnect.upgrade.feature;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whatever a header says: our rules refuse it, the framework refuses it, or we see every name and service that it sees. */
class FrameworkAgreementFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void bothReadTheSame(byte[] bytes) {
        if (bytes.length > 0) {
            String header =
                    FrameworkReading.HEADERS.get(Math.floorMod(bytes[0] - '0', FrameworkReading.HEADERS.size()));
            String value = new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8);
            FrameworkAgreementTest.assertAgreement(header, value);
        }
    }
}
