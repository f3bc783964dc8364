package org.benchconnect.link.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes ask or do not ask, the same each time, and nothing else happens. */
class DesiredStateFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void read(byte[] bytes) {
        assertEquals(DesiredState.asksInTwin(bytes), DesiredState.asksInTwin(bytes.clone()));
        assertEquals(DesiredState.asksInChange(bytes), DesiredState.asksInChange(bytes.clone()));
    }
}
