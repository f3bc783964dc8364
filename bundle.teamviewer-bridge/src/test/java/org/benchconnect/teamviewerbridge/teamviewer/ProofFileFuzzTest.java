package org.benchconnect.teamviewerbridge.teamviewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the statement of the proofs has: one or a refusal. */
class ProofFileFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void anyStatementIsOneOrRefused(byte[] bytes) {
        try {
            assertEquals(64, ProofFile.read(bytes).golden().length());
        } catch (SettingsFileException refused) {
            assertTrue(refused.getMessage() != null);
        }
    }
}
