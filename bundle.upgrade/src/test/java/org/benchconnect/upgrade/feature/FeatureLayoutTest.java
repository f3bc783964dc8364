package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureLayoutTest {
    @ParameterizedTest
    @CsvSource({
        "features/org.benchconnect.base-0.1.0.json,org.benchconnect.base",
        "features/remote-support-open-1.2.3.rc-1.json,remote-support-open",
        "features/a-1.0.0.json,a"
    })
    void thePathOfADocumentTellsItsName(String path, String name) {
        assertEquals(name, FeatureLayout.nameOf(path).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "features/a-1.0.json",
                "features/a.json",
                "features/a-1.0.0.json.p7s",
                "features/x/a-1.0.0.json",
                "features/-1.0.0.json",
                "modules/a-1.0.0.json",
                "features/A-1.0.0.json",
                "features/a-01.0.0.json"
            })
    void otherPathsAreNoDocuments(String path) {
        assertTrue(FeatureLayout.nameOf(path).isEmpty());
    }
}
