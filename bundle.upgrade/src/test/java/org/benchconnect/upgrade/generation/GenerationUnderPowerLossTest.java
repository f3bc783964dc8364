package org.benchconnect.upgrade.generation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the disk does at whatever moment, the next start finds the old generation or the new one, whole. */
class GenerationUnderPowerLossTest {
    private static final FeatureDocument BASE = Pc.document("org.benchconnect.base", 2, Set.of(), "a", "e");
    private static final FeatureDocument ADDED = Pc.document("com.example.added", 1, Set.of(), "d");
    private static final FeatureDocument NEWER = Pc.document("com.example.added", 2, Set.of(), "e");

    @TempDir
    Path folder;

    private boolean acknowledged;

    private Pc pc() throws IOException {
        acknowledged = false;
        return new Pc(
                Files.createTempDirectory(folder, "pc"),
                new FaultyStorage(Path.of("/").toAbsolutePath()));
    }

    private static FaultyStorage disk(Pc pc) {
        return (FaultyStorage) pc.storage;
    }

    /** What the launcher asks of the generation that the pointer names. */
    private static int bootable(Pc pc, DiskState left) throws Exception {
        Path generations = pc.home.resolve("generations");
        int number = Integer.parseInt(
                left.text(generations.resolve("current")).orElseThrow().strip());
        Path list = generations.resolve(String.valueOf(number)).resolve("SHA256SUMS");
        if (number > 1) {
            SignedList.verify(
                            left.bytes(list.resolveSibling("SHA256SUMS.sig")).orElseThrow(),
                            left.bytes(list).orElseThrow(),
                            DeviceKey.of(pc.device.publicKey()),
                            SignedList.Kind.GENERATION,
                            InstalledBase.read(pc.installation).digest())
                    .requireSerial(number);
            for (String name : left.text(list).orElseThrow().contains("com.example.added 2")
                    ? Set.of("com.example.added-2.0.0.json", "com.example.added-2.0.0.json.p7s")
                    : Set.of("com.example.added-1.0.0.json", "com.example.added-1.0.0.json.p7s")) {
                assertTrue(
                        left.bytes(list.resolveSibling("features").resolve(name))
                                .isPresent(),
                        name);
            }
        } else {
            assertEquals(pc.list("1"), left.text(list).orElseThrow());
        }
        return number;
    }

    @Test
    void aLossOfPowerLeavesTheOldGenerationOrTheNewOne() throws Exception {
        Pc pc = pc();
        PowerLoss<Boolean> loss = PowerLoss.on(disk(pc), Loss.OF_POWER, () -> acknowledged);
        pc.generations().install(pc.plan(ADDED));
        acknowledged = true;

        PowerLoss.Counts counts = loss.check((left, known) -> {
            int number = bootable(pc, left);
            assertTrue(!known || number == 2, "an acknowledged installation is forgotten");
        });

        assertTrue(counts.states() > 20, counts.toString());
    }

    @Test
    void aLossOfPowerWhileOldGenerationsAreTakenAwayLeavesTheCurrentOne() throws Exception {
        Pc pc = pc();
        for (int counter = 1; counter <= 3; counter++) {
            pc.generations().install(pc.plan(Pc.document("com.example.added", 1, Set.of(), "d")));
        }
        PowerLoss<Boolean> loss = PowerLoss.on(disk(pc), Loss.OF_POWER, () -> acknowledged);
        pc.generations().install(pc.plan(NEWER));
        acknowledged = true;

        loss.check((left, known) -> {
            int number = bootable(pc, left);
            assertTrue(number == 5 || !known && number == 4, "generation " + number);
        });
    }

    @Test
    void aLossOfPowerWhileAChangeIsTakenBackLeavesTheOldGenerationOrTheNewOne() throws Exception {
        Pc pc = pc();
        pc.generations().install(pc.plan(ADDED));
        pc.refusal = new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "m.e does not start");
        PowerLoss<Boolean> loss = PowerLoss.on(disk(pc), Loss.OF_POWER, () -> acknowledged);
        assertThrows(FeatureRefusedException.class, () -> pc.generations().install(pc.plan(NEWER)));
        acknowledged = true;

        PowerLoss.Counts counts = loss.check((left, known) -> {
            int number = bootable(pc, left);
            assertTrue(!known || number == 2, "a refused generation is named");
        });

        assertTrue(counts.states() > 20, counts.toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SPACE", "SHORT_WRITE", "WRITE_ERROR", "FORCE_ERROR", "READ_ONLY"})
    void aDiskThatFailsFromAnyOperationOnLeavesTheOldGenerationOrTheNewOne(Fault fault) throws Exception {
        int refused = 0;
        for (int operation = 1; ; operation++) {
            Pc pc = pc();
            String digest = pc.plan(ADDED);
            disk(pc).failFrom(operation, fault);
            try {
                pc.generations().install(digest);
                assertEquals("2", pc.current());
                assertTrue(operation > 20, "it needs more operations than that: " + operation);
                break;
            } catch (FeatureRefusedException e) {
                assertEquals(RefusedFor.NOT_STARTED, e.reason(), e.getMessage());
                assertTrue(pc.feature("com.example.added").isEmpty(), "what was refused runs");
                refused++;
            }
            for (DiskState left : disk(pc).left(Loss.OF_POWER)) {
                int from = operation;
                assertDoesNotThrow(() -> bootable(pc, left), () -> fault + " from " + from + ":\n" + left);
            }
        }
        assertTrue(refused > 10, "refused " + refused);
    }

    @Test
    void aFullDiskDoesNotKeepARefusedGenerationFromBeingTakenBack() throws Exception {
        Pc pc = pc();
        String digest = pc.plan(ADDED);
        pc.refusal = new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "m.d does not start");
        pc.onSwitch = () -> disk(pc).failFrom(1, Fault.NO_SPACE);

        assertThrows(FeatureRefusedException.class, () -> pc.generations().install(digest));

        assertEquals("1", pc.current());
        for (DiskState left : disk(pc).left(Loss.OF_POWER)) {
            assertEquals(1, bootable(pc, left));
        }
    }

    @Test
    void aWayBackThatALossOfPowerLeftIsNotTaken() throws Exception {
        Pc pc = pc();
        pc.generations().install(pc.plan(ADDED));
        pc.storage.create(pc.home.resolve("generations/current.before"), "1\n".getBytes());
        String digest = pc.plan(NEWER);
        disk(pc).failFrom(6, Fault.NO_SPACE);

        assertThrows(FeatureRefusedException.class, () -> pc.generations().install(digest));

        assertEquals("2", pc.current());
    }

    @Test
    void powerThatIsLostBeforeThePointerMovesSaysThatNothingBegan() throws Exception {
        Pc pc = pc();
        int number = pc.steps().stage(List.of(pc.plan(BASE)));
        PowerLoss<Boolean> loss = PowerLoss.on(disk(pc), Loss.OF_POWER, () -> true);
        pc.steps().switchTo(number);

        int[] notBegun = {0};
        loss.check((left, known) -> {
            boolean moved = !left.text(pc.home.resolve("generations/current"))
                    .orElseThrow()
                    .equals("1\n");
            FaultyStorage disk = left.storage();
            Journal journal = Pc.journal(disk);
            TrialSteps steps = pc.steps(disk);
            assertEquals(moved, steps.trial().isPresent());
            assertEquals(
                    moved ? List.of(Outcome.PROVES) : List.of(),
                    journal.records().stream().map(UpgradeRecord::outcome).toList());
            assertEquals(Set.of(), journal.notOffered());
            assertTrue(steps.isWhole(number));
            assertEquals(moved, disk.names(pc.home.resolve("generations")).contains("current.before"));
            if (journal.entries().stream().anyMatch(entry -> entry.step() instanceof Step.NotBegun)) {
                notBegun[0]++;
            }
        });
        assertTrue(notBegun[0] > 0);
    }
}
