package org.benchconnect.tests.gate;

import static org.benchconnect.tests.gate.AllowedIntruder.FEATURE;
import static org.benchconnect.tests.gate.AllowedIntruder.JAR;

import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feature with a privilege is on the PC, signed and listed, and somebody wants it to run by a grant for other bytes, rights or instruments. */
class GrantForSomethingElseTest {
    @AutoClose
    private AllowedIntruder intruder;

    @BeforeEach
    void aFeatureThatWasAllowed(@TempDir Path folder) throws Exception {
        intruder = new AllowedIntruder(folder);
    }

    @Test
    void oldGrantForNewerBytes() throws Exception {
        ModuleList.Feature newer = intruder.lab.feature(
                FEATURE,
                intruder.feature.version(),
                intruder.feature.privileges(),
                intruder.feature.models(),
                Packed.module("intruder", Intruder.class).version("1.0.1").jar());
        intruder.lab.stage(newer);
        intruder.lab.modules().switchToCurrent();

        intruder.assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for other bytes than are installed");
    }

    @Test
    void oldGrantForANewerVersion() throws Exception {
        intruder.lab.stage(
                intruder.lab.feature(FEATURE, "1.1.0", intruder.feature.privileges(), intruder.feature.models(), JAR));
        intruder.lab.modules().switchToCurrent();

        intruder.assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for lab.intruder 1.0.0");
    }

    @Test
    void oldGrantForMorePrivileges() throws Exception {
        intruder.lab.stage(intruder.lab.feature(
                FEATURE, List.of("transfer-files", "view-screen"), intruder.feature.models(), JAR));
        intruder.lab.modules().switchToCurrent();

        intruder.assertRefused(Rule.GRANT_COVERS_OTHER, "fewer privileges than it asks for");
    }

    @Test
    void grantOfAnotherFeature() throws Exception {
        intruder.lab.write(
                FEATURE,
                new Grant("lab.other", "1.0.0", intruder.feature.privileges(), "NAVIOS_EX", intruder.feature.sha256())
                        .toText(),
                intruder.lab.device,
                5,
                intruder.lab.baseDigest());

        intruder.assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for lab.other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GALLIOS", Grant.NO_MODEL})
    void grantForAnotherInstrument(String model) throws Exception {
        intruder.lab.write(
                new Grant(FEATURE, "1.0.0", intruder.feature.privileges(), model, intruder.feature.sha256()), 5);

        intruder.assertRefused(
                Rule.MODEL, "released for DXFLEX, NAVIOS_EX, and the instrument of the grant is " + model);
    }

    @Test
    void fileTransferThatIsReleasedForNoModelByNameNeverRuns() throws Exception {
        ModuleList.Feature anywhere = intruder.lab.feature(FEATURE, intruder.feature.privileges(), List.of(), JAR);
        intruder.lab.stage(anywhere);
        intruder.lab.modules().switchToCurrent();
        intruder.lab.write(
                new Grant(FEATURE, "1.0.0", intruder.feature.privileges(), "NAVIOS_EX", intruder.feature.sha256()), 5);

        intruder.assertRefused(Rule.MODEL, "released for no instrument by name");
    }
}
