package org.benchconnect.tests.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabApi;
import org.benchconnect.tests.lab.LabPc;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Version 1 names no instrument: where health data is, and where nobody knows, nobody is even asked. */
class VersionOneTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Navios", "Navios EX", ""})
    void itIsRefusedWhereTheInstrumentHoldsHealthDataOrIsUnknown(String model) throws Exception {
        try (LabPc pc = LabPc.furnished(folder, model)) {
            Made.release(pc, 1);
            try (AgentProcess agent = pc.startProcess()) {
                LabApi.Answer refused = pc.people().ask(pc.vendor().repository().toString(), Made.FEATURE);

                assertEquals(422, refused.status(), () -> refused.body().toString());
                assertEquals("MODEL", refused.text("reason"));
                assertFalse(refused.text("text").isBlank());
                JsonObject consents = pc.api().get("/api/v1/consents").ok();
                assertEquals(0, consents.getAsJsonArray("requests").size());
                assertFalse(consents.toString().contains(Made.FEATURE));
                assertTrue(agent.process().isAlive());
            }
        }
    }
}
