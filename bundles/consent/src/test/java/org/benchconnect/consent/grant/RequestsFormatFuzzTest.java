package org.benchconnect.consent.grant;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever lies in the files of the requests and the freeze, it is read or refused, never more. */
class RequestsFormatFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyBytesAreReadOrRefused(byte[] file) {
        try {
            RequestsFormat.write(RequestsFormat.read(file));
        } catch (RequestsFormat.UnreadableException refused) {
            // as it must be
        }
        Freezing.parse(new String(file, StandardCharsets.UTF_8));
    }
}
