package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes are: a profile whose patterns are names below a domain, or a refusal. */
class ProfileReaderFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void read(byte[] bytes) {
        try {
            Profile profile = ProfileReader.read(bytes, "lab");
            profile.regions().values().forEach(region -> region.hosts()
                    .forEach(pattern -> assertTrue(
                            pattern.domain().matches("[a-z0-9.-]+\\.[a-z0-9-]*[a-z][a-z0-9-]*"), pattern::toString)));
        } catch (BrokenProfileException e) {
            assertTrue(String.valueOf(e.getMessage()).length() < 400);
        }
    }
}
