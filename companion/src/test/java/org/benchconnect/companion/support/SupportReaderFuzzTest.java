package org.benchconnect.companion.support;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.benchconnect.companion.alerts.UnreadableEventException;

class SupportReaderFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyEventIsReadOrRefused(FuzzedDataProvider data) {
        try {
            SupportReader.read(data.consumeRemainingAsString());
        } catch (UnreadableEventException e) {
            // as documented
        }
    }
}
