package org.benchconnect.tests.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** A newer base release comes in a generation that this device signed, and has what is for the base release; nothing less does. */
class BaseUpgradeTest {
    private static final List<String> SCREEN = List.of("view-screen");

    @AutoClose
    private GateLab lab;

    @BeforeEach
    void anAgent(@TempDir Path folder) throws Exception {
        lab = new GateLab(folder);
        lab.stage();
    }

    @Test
    void inASignedGenerationItHasWhatIsForTheBaseRelease() throws Exception {
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(newer("1.0.1", List.of()))), lab.device);

        lab.modules().switchToCurrent();

        assertEquals(Bundle.ACTIVE, lab.bundle("newer").getState());
        assertEquals("1.0.1", lab.running(GateLab.BASE).version());
        assertEquals(List.of(), lab.refusals);
    }

    @Test
    void atTheNextStartToo() throws Exception {
        lab.stage(new ModuleList(List.of(newer("1.0.1", List.of()))), lab.device);

        lab.start();

        assertEquals(Bundle.ACTIVE, lab.bundle("newer").getState());
    }

    @Test
    void aGrantCountsUnderTheNewerBaseReleaseAndAfterGoingBack() throws Exception {
        ModuleList.Feature watcher = lab.feature(
                "lab.watcher",
                SCREEN,
                List.of(),
                Packed.module("watcher", Counting.class).jar());
        lab.stage(watcher);
        lab.grant(watcher, 1);
        lab.start();
        lab.modules().start("lab.watcher", 1);
        lab.stageOnTrial(new ModuleList(List.of(newer("1.0.1", List.of()), watcher)), lab.device);

        lab.modules().switchToCurrent();
        boolean runsOn = lab.running("lab.watcher").running();
        lab.evict("lab.watcher");
        lab.modules().start("lab.watcher", 1);
        boolean startsAgain = lab.running("lab.watcher").running();
        lab.modules().goBack();

        assertTrue(runsOn);
        assertTrue(startsAgain);
        assertTrue(lab.running("lab.watcher").running());
        assertEquals("1.0.0", lab.running(GateLab.BASE).version());
    }

    @Test
    void signedBySomebodyElseItIsRefused() throws Exception {
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(newer("1.0.1", List.of()))), new Device());

        assertRefused();
    }

    @Test
    void unsignedItIsRefused() throws Exception {
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(newer("1.0.1", List.of()))), lab.device);
        Files.delete(GateLab.sig(lab.staged()));

        assertRefused();
    }

    @Test
    void theListOfAnotherGenerationIsRefused() throws Exception {
        lab.start();
        ModuleList list = new ModuleList(List.of(newer("1.0.1", List.of())));
        lab.stageOnTrial(list, lab.device);
        Files.write(
                GateLab.sig(lab.staged()),
                SignedList.sign(lab.device, list.toText().getBytes(UTF_8), Kind.GENERATION, 77, lab.baseDigest()));

        assertRefused();
    }

    @Test
    void theListUnderAnotherInstallationIsRefused() throws Exception {
        lab.start();
        ModuleList list = new ModuleList(List.of(newer("1.0.1", List.of())));
        lab.stageOnTrial(list, lab.device);
        Files.write(
                GateLab.sig(lab.staged()),
                SignedList.sign(
                        lab.device, list.toText().getBytes(UTF_8), Kind.GENERATION, lab.current(), "0".repeat(64)));

        assertRefused();
    }

    @Test
    void oneThatAsksForPrivilegesIsRefused() throws Exception {
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(newer("1.0.1", SCREEN))), lab.device);

        assertRefused();
    }

    @Test
    void oneOlderThanTheInstallationIsRefused() throws Exception {
        lab.start();
        lab.stageOnTrial(new ModuleList(List.of(newer("0.9.9", List.of()))), lab.device);

        assertRefused();
    }

    @Test
    void aGenerationWithoutTheBaseReleaseIsRefused() throws Exception {
        lab.start();
        ModuleList.Feature other = lab.feature(
                "lab.other",
                List.of(),
                List.of(),
                Packed.module("newer", Counting.class).jar());
        lab.stageOnTrial(new ModuleList(List.of(other)), lab.device);

        assertRefused();
    }

    /** The one before runs on, and the pointer names it. */
    private void assertRefused() throws Exception {
        int starts = Counting.starts("lab.base");

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().switchToCurrent());

        assertEquals(Rule.GENERATION, refused.rule());
        assertFalse(lab.isInstalled("newer"));
        assertTrue(lab.running(GateLab.BASE).running());
        assertEquals(starts, Counting.starts("lab.base"));
        assertEquals(2, lab.current());
        assertFalse(lab.isOnTrial());
    }

    /** Takes what gives rights, and a package of the framework that changes classes. */
    private ModuleList.Feature newer(String version, List<String> privileges) throws Exception {
        byte[] jar = Packed.module("newer", Counting.class)
                .with(
                        Constants.IMPORT_PACKAGE,
                        "org.osgi.framework,org.benchconnect.launcher.module,org.osgi.framework.hooks.weaving")
                .jar();
        return lab.feature(GateLab.BASE, version, privileges, List.of(), jar);
    }
}
