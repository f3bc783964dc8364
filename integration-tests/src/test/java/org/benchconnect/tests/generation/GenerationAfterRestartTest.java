package org.benchconnect.tests.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Map;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabPc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was installed while the agent ran is what its next start runs. */
class GenerationAfterRestartTest {
    private static final String MODULE = "com.example.hello";

    @TempDir
    Path folder;

    private LabPc pc;

    @Test
    void anInstalledFeatureSurvivesARestart() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "")) {
            pc = furnished;
            pc.start();
            Features features = new Features(pc, folder.resolve("modules"));
            features.release(MODULE, 1, features.module(MODULE, "1.0.0", Map.of()));
            allow();
            String generation = features.pointer();
            pc.stop();

            try (AgentProcess again = pc.startProcess()) {
                JsonObject status = again.get("/api/v1/status?lang=en");
                JsonObject installed = again.get("/api/v1/features");

                assertEquals(
                        generation,
                        status.getAsJsonObject("agent").get("generation").getAsString());
                assertTrue(installed.toString().contains(MODULE), installed::toString);
            }
        }
    }

    private void allow() throws Exception {
        String administrator = pc.people().firstAdministrator();
        String request = pc.people()
                .ask(pc.vendor().repository().toString(), MODULE)
                .ok()
                .get("id")
                .getAsString();
        pc.people().give(request, administrator, false).ok();
    }
}
