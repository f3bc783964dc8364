package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A granted feature, of which somebody changed the bytes or the list, or that is not there at all. */
class ChangedInTheHomeTest {
    @AutoClose
    private AllowedIntruder intruder;

    @BeforeEach
    void aFeatureThatWasAllowed(@TempDir Path folder) throws Exception {
        intruder = new AllowedIntruder(folder);
    }

    @Test
    void aFeatureThatIsNotInstalledIsNotStarted() {
        ModulesRefusedException refused = assertThrows(
                ModulesRefusedException.class, () -> intruder.lab.modules().start("lab.nowhere", 1));

        assertEquals(Rule.NOT_IN_GENERATION, refused.rule());
    }

    @Test
    void changedByteBeforeTheStartOfTheFeature() throws Exception {
        intruder.changeAByte();

        intruder.assertRefused(Rule.BYTES, "the bytes of a module are not those that were installed");
    }

    @Test
    void changedByteInModulesBetweenRuns() throws Exception {
        intruder.lab.stop();
        intruder.changeAByte();

        ListRefusedException refused = assertThrows(ListRefusedException.WrongModule.class, intruder.lab::start);

        assertTrue(refused.getMessage().contains("Nothing was started"), refused::getMessage);
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Test
    void editedListOfTheGenerationBetweenRunsLeavesTheBaseReleaseOnly() throws Exception {
        intruder.lab.stop();
        Path list = intruder.lab.home.resolve("generations/2/SHA256SUMS");
        Files.writeString(list, Files.readString(list).replace("privileges transfer-files", "privileges none"));

        intruder.lab.start();

        assertEquals(
                List.of(GateLab.BASE),
                intruder.lab.modules().features().stream()
                        .map(Modules.FeatureModules::name)
                        .toList());
        assertFalse(intruder.lab.isInstalled("intruder"));
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Test
    void anEditedListIsNotSwitchedTo() throws Exception {
        intruder.lab.stage(intruder.feature);
        Path list = intruder.lab.home.resolve("generations/3/SHA256SUMS");
        Files.writeString(list, Files.readString(list).replace("privileges transfer-files", "privileges none"));

        ModulesRefusedException refused = assertThrows(
                ModulesRefusedException.class, () -> intruder.lab.modules().switchToCurrent());

        assertEquals(Rule.GENERATION, refused.rule());
        assertTrue(intruder.lab.wasTold(Rule.GENERATION));
        assertNull(System.getProperty(Intruder.TRACE));
    }
}
