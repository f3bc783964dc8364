package org.benchconnect.tests.gate;

import static org.benchconnect.tests.gate.AllowedIntruder.FEATURE;
import static org.benchconnect.tests.gate.AllowedIntruder.JAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feature with a privilege is on the PC, signed and listed, and somebody wants it to run without what a person allowed. */
class GrantAttacksTest {
    @AutoClose
    private AllowedIntruder intruder;

    @BeforeEach
    void aFeatureThatWasAllowed(@TempDir Path folder) throws Exception {
        intruder = new AllowedIntruder(folder);
    }

    @Test
    void theGrantThatIsInForceLetsItRun() throws Exception {
        assertNull(System.getProperty(Intruder.TRACE));

        intruder.lab.modules().start(FEATURE, 5);

        assertEquals("started", System.getProperty(Intruder.TRACE));
        assertTrue(intruder.lab.running(FEATURE).running());
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
        Files.delete(intruder.lab.grant(FEATURE));

        intruder.assertRefused(Rule.NO_GRANT, "transfer-files");
    }

    @Test
    void grantsListEdited() throws Exception {
        String other = "e".repeat(64);
        String text = Files.readString(intruder.lab.grant(FEATURE));
        Files.writeString(intruder.lab.grant(FEATURE), text + other + "  modules/" + other + ".jar\n");

        intruder.assertRefused(Rule.GRANT_SIGNATURE, "its signature is for another list");
    }

    @Test
    void grantsOfAnotherDevice() throws Exception {
        String text = Files.readString(intruder.lab.grant(FEATURE));
        intruder.lab.write(FEATURE, text, new Device(), 5, intruder.lab.baseDigest());

        intruder.assertRefused(Rule.GRANT_SIGNATURE, "not signed by the device key");
    }

    @Test
    void grantReplayedAfterWithdrawal() throws Exception {
        byte[] grant = Files.readAllBytes(intruder.lab.grant(FEATURE));
        byte[] signature = Files.readAllBytes(GateLab.sig(intruder.lab.grant(FEATURE)));
        intruder.lab.modules().start(FEATURE, 5);
        intruder.lab.evict(FEATURE);
        System.clearProperty(Intruder.TRACE);
        Files.delete(intruder.lab.grant(FEATURE));
        Files.delete(GateLab.sig(intruder.lab.grant(FEATURE)));

        Files.write(intruder.lab.grant(FEATURE), grant);
        Files.write(GateLab.sig(intruder.lab.grant(FEATURE)), signature);

        intruder.assertRefused(9, Rule.GRANT_SERIAL, "5 instead of 9");
    }

    @Test
    void grantUnderAnotherBaseRelease() throws Exception {
        intruder.lab.write(
                FEATURE, Files.readString(intruder.lab.grant(FEATURE)), intruder.lab.device, 5, "ab".repeat(32));

        intruder.assertRefused(Rule.GRANT_SIGNATURE, "another release of the installation");
    }

    @Test
    void theSignatureOfAGenerationIsNoneOfAGrant() throws Exception {
        Files.copy(
                intruder.lab.home.resolve("generations/2/SHA256SUMS.sig"),
                GateLab.sig(intruder.lab.grant(FEATURE)),
                StandardCopyOption.REPLACE_EXISTING);

        intruder.assertRefused(2, Rule.GRANT_SIGNATURE, "another kind");
    }

    @Test
    void grantWithoutSignature() throws Exception {
        Files.delete(GateLab.sig(intruder.lab.grant(FEATURE)));

        intruder.assertRefused(Rule.GRANT_SIGNATURE, "it is not signed");
    }

    @Test
    void grantThatIsALink() throws Exception {
        Path elsewhere = Files.move(intruder.lab.grant(FEATURE), intruder.lab.home.resolve("elsewhere"));
        Files.createSymbolicLink(intruder.lab.grant(FEATURE), elsewhere);

        intruder.assertRefused(Rule.NO_GRANT, "transfer-files");
    }

    @Test
    void withoutAPinNoGrantCounts() throws Exception {
        Files.delete(intruder.lab.installation.devicePin());

        intruder.assertRefused(Rule.GRANT_SIGNATURE, "no device key is pinned");
    }

    /** The serial is a number of the ledger, no time: files from the future and a clock set back are all the same to the gate. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-02T00:00:00Z", "2999-01-01T00:00:00Z"})
    void clockSetBackBringsNoGrantBack(String time) throws Exception {
        for (Path file : List.of(intruder.lab.grant(FEATURE), GateLab.sig(intruder.lab.grant(FEATURE)))) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
        }

        intruder.assertRefused(6, Rule.GRANT_SERIAL, "5 instead of 6");
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
        intruder.lab.modules().start(FEATURE, 5);

        assertThrows(ModulesRefusedException.class, () -> intruder.lab.modules().start(FEATURE, 6));

        assertFalse(intruder.lab.running(FEATURE).running());
        assertNull(System.getProperty(Intruder.TRACE));
    }
}
