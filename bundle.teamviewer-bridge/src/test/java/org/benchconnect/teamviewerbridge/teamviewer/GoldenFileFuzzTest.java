package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;
import java.util.Set;

/** Whatever the exported file has: settings or a refusal, and nothing is proven by it alone. */
class GoldenFileFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyExportedFileIsSettingsOrRefused(byte[] bytes) {
        try {
            GoldenFile golden = GoldenFile.read(bytes);

            assertTrue(!golden.settings().isEmpty() && golden.digest().length() == 64);
            assertNotEquals(
                    Finding.PROVEN,
                    Proof.of(golden, new ProofFile(golden.digest(), "", Set.of(), Map.of()), Map.of())
                            .get(ProofRule.AS_EXPORTED));
        } catch (SettingsFileException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }
}
