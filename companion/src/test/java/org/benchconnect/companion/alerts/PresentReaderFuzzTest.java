package org.benchconnect.companion.alerts;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever stands in an event is read or refused in one way. */
class PresentReaderFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyTextIsReadOrRefused(FuzzedDataProvider bytes) {
        try {
            Present present = PresentReader.read(bytes.consumeRemainingAsString());
            new AlertBook().next(present);
        } catch (UnreadableEventException e) {
            // refused
        }
    }
}
