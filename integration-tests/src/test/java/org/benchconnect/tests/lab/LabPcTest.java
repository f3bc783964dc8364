package org.benchconnect.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PC that other tests are about is whole itself. */
class LabPcTest {
    @TempDir
    private Path folder;

    @Test
    void aFurnishedPcHasAnAgentThatAnswersAndTakesItsFirstAdministrator() throws Exception {
        try (LabPc pc = LabPc.furnished(folder, "Navios EX")) {
            pc.start();

            String account = pc.people().firstAdministrator();

            assertEquals(account, pc.people().administrator());
            assertEquals(200, pc.api().get("/api/v1/status?lang=en").status());
        }
    }
}
