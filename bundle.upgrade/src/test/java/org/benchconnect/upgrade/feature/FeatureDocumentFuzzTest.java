package org.benchconnect.upgrade.feature;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Whatever bytes come: a document that is written as it is read, or one exception. */
class FeatureDocumentFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void readsOrRefuses(byte[] bytes) {
        try {
            FeatureDocument document = FeatureDocument.read(bytes);
            byte[] written = document.toJson();
            if (!FeatureDocument.read(written).equals(document)
                    || !Arrays.equals(FeatureDocument.read(written).toJson(), written)) {
                throw new AssertionError("a document is not written as it is read");
            }
        } catch (MalformedFeatureException | IllegalStateException refused) {
            // refused as it must be: IllegalStateException if it is too long when indented
        }
    }
}
