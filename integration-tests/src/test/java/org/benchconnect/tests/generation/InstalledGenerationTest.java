package org.benchconnect.tests.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A new generation takes the place of the old one while the agent runs, or does not, and then nothing has changed. */
class InstalledGenerationTest {
    @TempDir
    static Path folder;

    private static LabPc pc;
    private static Features features;

    @BeforeAll
    static void startTheAgent() throws Exception {
        pc = LabPc.furnished(folder, "");
        pc.start();
        features = new Features(pc, folder.resolve("modules"));
        stopWhatRemovesTheFeaturesThatNobodyAllowed();
    }

    /** Nobody is asked here: what is tested is how a generation changes, not whether it may. */
    private static void stopWhatRemovesTheFeaturesThatNobodyAllowed() throws Exception {
        Object components = pc.services().get("org.osgi.service.component.runtime.ServiceComponentRuntime");
        Bundle[] consent = {pc.services().module("org.benchconnect.consent").orElseThrow()};
        Object ofConsent = LabServices.call(components, "getComponentDescriptionDTOs", (Object) consent);
        for (Object component : (Collection<?>) ofConsent) {
            LabServices.call(LabServices.call(components, "disableComponent", component), "getValue");
        }
    }

    @AfterAll
    static void stop() {
        pc.close();
    }

    /** Every running module with the number that the framework gave it: one that was started anew from another file has another. */
    private static Map<Long, String> others(String module) {
        Map<Long, String> others = new TreeMap<>();
        for (Bundle bundle : pc.agent().context().getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE && !module.equals(bundle.getSymbolicName())) {
                others.put(bundle.getBundleId(), bundle.getSymbolicName());
            }
        }
        assertTrue(others.size() > 20, others::toString);
        return others;
    }

    @Test
    void aFeatureWithoutPrivilegesRunsAndIsReplacedAndRemovedAndItsNeighboursRunOn() throws Exception {
        String module = "com.example.hello";
        Map<Long, String> neighbours = others(module);
        features.release(module, 1, features.module(module, "1.0.0", Map.of()));

        features.install(module);
        assertEquals(
                "1.0.0", features.running(module).orElseThrow().getVersion().toString());
        assertTrue(features.installed().contains("com.example.hello 1.0.0"), features.installed()::toString);

        features.release(module, 2, features.module(module, "2.0.0", Map.of()));
        features.install(module);
        assertEquals(
                "2.0.0", features.running(module).orElseThrow().getVersion().toString());
        assertTrue(features.installed().contains("com.example.hello 2.0.0"), features.installed()::toString);

        features.remove(module);
        assertEquals(Optional.empty(), pc.services().module(module));
        assertEquals(neighbours, others(module));
    }

    @Test
    void afterAFailingStartTheGenerationBeforeRunsAsBefore() throws Exception {
        String module = "com.example.broken";
        String pointer = features.pointer();
        List<String> installed = features.installed();
        Map<Long, String> neighbours = others(module);
        features.release(
                module, 1, features.module(module, "1.0.0", Map.of("Bundle-Activator", "com.example.NotThere")));

        Exception refused = assertThrows(Exception.class, () -> features.install(module));

        assertTrue(refused.getMessage().contains("what ran before runs again"), refused::getMessage);
        assertEquals(pointer, features.pointer());
        assertEquals(Optional.empty(), pc.services().module(module));
        assertEquals(neighbours, others(module));
        assertEquals(installed, features.installed());
        int next = Integer.parseInt(pointer) + 1;
        assertFalse(Files.exists(pc.home().resolve("generations/" + next + "/SHA256SUMS")));
    }

    @Test
    void afterAFailingReplacementTheVersionBeforeRunsAgain() throws Exception {
        String module = "com.example.replaced";
        features.release(module, 1, features.module(module, "1.0.0", Map.of()));
        features.install(module);
        features.release(
                module, 2, features.module(module, "2.0.0", Map.of("Bundle-Activator", "com.example.NotThere")));

        assertThrows(Exception.class, () -> features.install(module));

        assertEquals(
                "1.0.0", features.running(module).orElseThrow().getVersion().toString());
        assertTrue(features.installed().contains("com.example.replaced 1.0.0"), features.installed()::toString);
        features.remove(module);
    }

    @Test
    void whatAnotherFeatureNeedsIsNotRemoved() throws Exception {
        Path provider =
                features.module("com.example.provider", "1.0.0", Map.of("Export-Package", "com.example.provided"));
        Path user = features.module("com.example.user", "1.0.0", Map.of("Import-Package", "com.example.provided"));
        features.release("com.example.provider", 1, provider);
        features.release("com.example.user", 1, user);
        features.install("com.example.provider");
        features.install("com.example.user");

        Exception refused = assertThrows(Exception.class, () -> features.remove("com.example.provider"));

        assertTrue(refused.getMessage().contains("com.example.user"), refused::getMessage);
        features.remove("com.example.user");
        features.remove("com.example.provider");
    }

    @Test
    void theBaseReleaseIsNotRemoved() throws Exception {
        for (String feature : List.of("org.benchconnect.base", "org.benchconnect.remote-support")) {
            Exception refused = assertThrows(Exception.class, () -> features.remove(feature));

            assertTrue(refused.getMessage().contains("base release"), refused::getMessage);
        }
    }

    @Test
    void remoteSupportIsDeliveredAndNotRunning() throws Exception {
        assertTrue(features.installed().contains("org.benchconnect.remote-support 0.1.0"));
        assertEquals(Optional.empty(), features.running("org.benchconnect.teamviewerbridge"));
    }
}
