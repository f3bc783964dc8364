package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlatformVersionTest {
    @Test
    void itIsTheLaunchersOwn() {
        String version = PlatformVersion.ofThisLauncher();

        assertTrue(version.matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"), version);
        assertNotEquals("0.0.0", version);
    }
}
