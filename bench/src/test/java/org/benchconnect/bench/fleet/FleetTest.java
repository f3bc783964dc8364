package org.benchconnect.bench.fleet;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
    @Test
    void aSmallFleetConnectsSpeaksAndComesBack(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(MeasuredBroker.PROGRAM), "skipped: needs mosquitto (package mosquitto)");

        Fleet.Figures seen = new Fleet(folder, 200, 3000, 300).measure(3);

        assertTrue(seen.messages() > 0, seen::toString);
        assertTrue(seen.back().attempts() >= 200, seen::toString);
    }
}
