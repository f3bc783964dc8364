package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feature with a privilege is on the PC, signed and listed, and somebody wants it to run without what a person allowed. */
class GrantAttacksTest {
    private static final String FEATURE = "lab.intruder";
    private static final String ALLOW = "person";
    private static final byte[] JAR = Packed.module("intruder", Intruder.class).jar();

    @TempDir
    Path folder;

    private GateLab lab;
    private ModuleList.Feature feature;

    @BeforeEach
    void anAgentWithAFeatureThatWasAllowed() throws Exception {
        lab = new GateLab(folder);
        feature = lab.feature(FEATURE, List.of("transfer-files"), List.of("DXFLEX", "NAVIOS_EX"), JAR);
        lab.stage(feature);
        lab.grant(feature, 5);
        lab.start();
    }

    @AfterEach
    void stop() throws Exception {
        lab.close();
        System.clearProperty(Intruder.TRACE);
    }

    @Test
    void theGrantThatIsInForceLetsItRun() throws Exception {
        assertNull(System.getProperty(Intruder.TRACE));

        lab.modules().start(FEATURE, 5);

        assertEquals("started", System.getProperty(Intruder.TRACE));
        assertTrue(lab.running(FEATURE).running());
    }

    /** The control for all: with the gate off nobody asks for a grant. */
    @Test
    void withoutTheGateItRunsWithoutAnyGrant(@TempDir Path cache) throws Exception {
        try (PlainFramework plain = new PlainFramework(cache)) {
            plain.run(List.of(JAR));

            assertEquals("started", System.getProperty(Intruder.TRACE));
        }
    }

    @Test
    void withoutAGrantItDoesNotRun() throws Exception {
        Files.delete(lab.grant(FEATURE));

        assertRefused(Rule.NO_GRANT, "transfer-files");
    }

    @Test
    void grantsListEdited() throws Exception {
        String other = "e".repeat(64);
        String text = Files.readString(lab.grant(FEATURE));
        Files.writeString(lab.grant(FEATURE), text + other + "  modules/" + other + ".jar\n");

        assertRefused(Rule.GRANT_SIGNATURE, "its signature is for another list");
    }

    @Test
    void grantsOfAnotherDevice() throws Exception {
        String text = Files.readString(lab.grant(FEATURE));
        lab.write(FEATURE, text, new Device(), 5, lab.baseDigest());

        assertRefused(Rule.GRANT_SIGNATURE, "not signed by the device key");
    }

    @Test
    void grantReplayedAfterWithdrawal() throws Exception {
        byte[] grant = Files.readAllBytes(lab.grant(FEATURE));
        byte[] signature = Files.readAllBytes(GateLab.sig(lab.grant(FEATURE)));
        lab.modules().start(FEATURE, 5);
        lab.modules().evict(FEATURE);
        System.clearProperty(Intruder.TRACE);
        Files.delete(lab.grant(FEATURE));
        Files.delete(GateLab.sig(lab.grant(FEATURE)));

        Files.write(lab.grant(FEATURE), grant);
        Files.write(GateLab.sig(lab.grant(FEATURE)), signature);

        assertRefused(9, Rule.GRANT_SERIAL, "5 instead of 9");
    }

    @Test
    void oldGrantForNewerBytes() throws Exception {
        ModuleList.Feature newer = lab.feature(
                FEATURE,
                feature.version(),
                feature.privileges(),
                feature.models(),
                Packed.module("intruder", Intruder.class).version("1.0.1").jar());
        lab.stage(newer);
        lab.modules().switchToCurrent();

        assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for other bytes than are installed");
    }

    @Test
    void oldGrantForANewerVersion() throws Exception {
        lab.stage(lab.feature(FEATURE, "1.1.0", feature.privileges(), feature.models(), JAR));
        lab.modules().switchToCurrent();

        assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for lab.intruder 1.0.0");
    }

    @Test
    void oldGrantForMorePrivileges() throws Exception {
        lab.stage(lab.feature(FEATURE, List.of("transfer-files", "view-screen"), feature.models(), JAR));
        lab.modules().switchToCurrent();

        assertRefused(Rule.GRANT_COVERS_OTHER, "fewer privileges than it asks for");
    }

    @Test
    void grantOfAnotherFeature() throws Exception {
        lab.write(
                FEATURE,
                new Grant("lab.other", "1.0.0", feature.privileges(), "NAVIOS_EX", feature.sha256()).toText(),
                lab.device,
                5,
                lab.baseDigest());

        assertRefused(Rule.GRANT_COVERS_OTHER, "the grant is for lab.other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GALLIOS", Grant.NO_MODEL})
    void grantForAnotherInstrument(String model) throws Exception {
        lab.write(new Grant(FEATURE, "1.0.0", feature.privileges(), model, feature.sha256()), 5);

        assertRefused(Rule.MODEL, "released for DXFLEX, NAVIOS_EX, and the instrument of the grant is " + model);
    }

    @Test
    void fileTransferThatIsReleasedForNoModelByNameNeverRuns() throws Exception {
        ModuleList.Feature anywhere = lab.feature(FEATURE, feature.privileges(), List.of(), JAR);
        lab.stage(anywhere);
        lab.modules().switchToCurrent();
        lab.write(new Grant(FEATURE, "1.0.0", feature.privileges(), "NAVIOS_EX", feature.sha256()), 5);

        assertRefused(Rule.MODEL, "released for no instrument by name");
    }

    @Test
    void grantUnderAnotherBaseRelease() throws Exception {
        lab.write(FEATURE, Files.readString(lab.grant(FEATURE)), lab.device, 5, "ab".repeat(32));

        assertRefused(Rule.GRANT_SIGNATURE, "another release of the installation");
    }

    @Test
    void theSignatureOfAGenerationIsNoneOfAGrant() throws Exception {
        Files.copy(
                lab.home.resolve("generations/2/SHA256SUMS.sig"),
                GateLab.sig(lab.grant(FEATURE)),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertRefused(2, Rule.GRANT_SIGNATURE, "another kind");
    }

    @Test
    void grantWithoutSignature() throws Exception {
        Files.delete(GateLab.sig(lab.grant(FEATURE)));

        assertRefused(Rule.GRANT_SIGNATURE, "it is not signed");
    }

    @Test
    void grantThatIsALink() throws Exception {
        Path elsewhere = Files.move(lab.grant(FEATURE), folder.resolve("elsewhere"));
        Files.createSymbolicLink(lab.grant(FEATURE), elsewhere);

        assertRefused(Rule.NO_GRANT, "transfer-files");
    }

    @Test
    void withoutAPinNoGrantCounts() throws Exception {
        Files.delete(lab.installation.devicePin());

        assertRefused(Rule.GRANT_SIGNATURE, "no device key is pinned");
    }

    @Test
    void aFeatureThatIsNotInstalledIsNotStarted() {
        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.nowhere", 1));

        assertEquals(Rule.NOT_IN_GENERATION, refused.rule());
    }

    @Test
    void changedByteBeforeTheStartOfTheFeature() throws Exception {
        changeAByte();

        assertRefused(Rule.BYTES, "the bytes of a module are not those that were installed");
    }

    @Test
    void changedByteInModulesBetweenRuns() throws Exception {
        lab.stop();
        changeAByte();

        ListRefusedException refused = assertThrows(ListRefusedException.WrongModule.class, lab::start);

        assertTrue(refused.getMessage().contains("Nothing was started"), refused::getMessage);
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Test
    void editedListOfTheGenerationBetweenRunsLeavesTheBaseReleaseOnly() throws Exception {
        lab.stop();
        Path list = lab.home.resolve("generations/2/SHA256SUMS");
        Files.writeString(list, Files.readString(list).replace("privileges transfer-files", "privileges none"));

        lab.start();

        assertEquals(
                List.of(GateLab.BASE),
                lab.modules().features().stream()
                        .map(Modules.FeatureModules::name)
                        .toList());
        assertFalse(lab.isInstalled("intruder"));
        assertNull(System.getProperty(Intruder.TRACE));
    }

    @Test
    void anEditedListIsNotSwitchedTo() throws Exception {
        lab.stage(feature);
        Path list = lab.home.resolve("generations/3/SHA256SUMS");
        Files.writeString(list, Files.readString(list).replace("privileges transfer-files", "privileges none"));

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertEquals(Rule.GENERATION, refused.rule());
        assertTrue(lab.wasTold(Rule.GENERATION));
        assertNull(System.getProperty(Intruder.TRACE));
    }

    /** The serial is a number of the ledger, no time: files from the future and a clock set back are all the same to the gate. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-02T00:00:00Z", "2999-01-01T00:00:00Z"})
    void clockSetBackBringsNoGrantBack(String time) throws Exception {
        for (Path file : List.of(lab.grant(FEATURE), GateLab.sig(lab.grant(FEATURE)))) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        }

        assertRefused(6, Rule.GRANT_SERIAL, "5 instead of 6");
    }

    @Test
    void theGateReadsNoClock() throws Exception {
        for (String type :
                List.of("Authority", "Gate", "Rules", "Generation", "PinnedDevice", "list/Grant", "list/SignedList")) {
            try (InputStream in = Agent.class.getResourceAsStream(type + ".class")) {
                String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

                assertFalse(constants.contains("java/time/") || constants.contains("currentTimeMillis"), type);
            }
        }
    }

    @Test
    void nothingRunsOnThatHasLostItsGrant() throws Exception {
        lab.modules().start(FEATURE, 5);

        assertThrows(ModulesRefusedException.class, () -> lab.modules().start(FEATURE, 6));

        assertFalse(lab.running(FEATURE).running());
        assertNull(System.getProperty(Intruder.TRACE));
    }

    private void changeAByte() throws Exception {
        Path file = lab.home.resolve(feature.modules().get(0).file());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void assertRefused(Rule rule, String why) {
        assertRefused(5, rule, why);
    }

    private void assertRefused(long serial, Rule rule, String why) {
        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start(FEATURE, serial));

        assertEquals(rule, refused.rule());
        assertTrue(refused.getMessage().contains(why), refused::getMessage);
        assertTrue(rule == Rule.BYTES || refused.getMessage().contains(ALLOW), refused::getMessage);
        assertTrue(lab.wasTold(rule), lab.refusals::toString);
        assertFalse(lab.isInstalled("intruder"));
        assertNull(System.getProperty(Intruder.TRACE));
    }
}
