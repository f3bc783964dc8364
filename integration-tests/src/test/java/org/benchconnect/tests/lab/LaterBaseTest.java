package org.benchconnect.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.tests.upgrade.bad.ThrowsInActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later release that a test makes is one that the real release commands take, and its rebuilt module is a real one. */
class LaterBaseTest {
    private static final String ADAPTER = "org.benchconnect.adapter.navios";

    @TempDir
    private Path folder;

    @Test
    void aLaterReleaseOfTheAgentIsPublishedWithItsRebuiltModule() throws Exception {
        Rebuilt rebuilt = Rebuilt.of(ADAPTER, "0.1.1")
                .importing("org.benchconnect.core.status")
                .component(ThrowsInActivation.class, HealthCheck.class);
        try (LabVendor vendor = LabVendor.in(folder)) {
            vendor.release(LaterBase.of("0.1.1", 2, rebuilt).setting(ADAPTER, Map.of("adapter.repeated.runs", 7L)));

            assertTrue(Files.size(vendor.stick()) > 1_000_000);
        }
        try (JarFile jar = new JarFile(rebuilt.into(folder).toFile())) {
            var headers = jar.getManifest().getMainAttributes();
            assertEquals("0.1.1", headers.getValue("Bundle-Version"));
            assertEquals(ADAPTER, headers.getValue("Bundle-SymbolicName"));
            assertEquals(2, headers.getValue("Service-Component").split(",").length);
        }
    }
}
