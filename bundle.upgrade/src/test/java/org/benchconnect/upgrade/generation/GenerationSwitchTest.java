package org.benchconnect.upgrade.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class GenerationSwitchTest {
    private static final FeatureDocument ADDED = Pc.document("com.example.added", 1, Set.of(), "d", "b");
    private static final FeatureDocument NEWER = Pc.document("com.example.added", 2, Set.of(), "e", "b");

    private Pc pc;
    private GenerationSwitch generations;

    @BeforeEach
    void pc(@TempDir Path folder) throws IOException {
        pc = new Pc(folder, new FaultyStorage(Path.of("/").toAbsolutePath()));
        generations = pc.generations();
    }

    private FeatureRefusedException refused(RefusedFor reason, Executable change) throws IOException {
        String pointer = pc.current();
        List<?> running = pc.features();

        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, change);

        assertEquals(reason, refused.reason(), refused.getMessage());
        assertEquals(pointer, pc.current());
        assertEquals(running, pc.features());
        return refused;
    }

    @Test
    void aFeatureStandsAtTheEndOfASignedListAndRuns() throws Exception {
        String base = pc.list("1");

        generations.install(pc.plan(ADDED));

        assertEquals("2", pc.current());
        assertEquals(
                base + "# feature com.example.added 1.0.0 privileges none models NAVIOS\n" + "d".repeat(64)
                        + "  modules/" + "d".repeat(64) + ".jar\n",
                pc.list("2"));
        assertEquals(
                List.of("d".repeat(64)),
                pc.feature("com.example.added").orElseThrow().sha256());
    }

    @Test
    void itsDocumentAndSignatureAreKept() throws Exception {
        generations.install(pc.plan(ADDED));
        generations.install(pc.plan(Pc.document("com.example.other", 1, Set.of(), "f")));

        Path features = pc.home.resolve("generations/3/features");
        assertEquals(
                List.of(
                        "com.example.added-1.0.0.json",
                        "com.example.added-1.0.0.json.p7s",
                        "com.example.other-1.0.0.json",
                        "com.example.other-1.0.0.json.p7s"),
                pc.storage.names(features));
        assertEquals(
                ADDED,
                FeatureDocument.read(pc.storage
                        .read(features.resolve("com.example.added-1.0.0.json"), 100_000)
                        .orElseThrow()));
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheOlder() throws Exception {
        generations.install(pc.plan(ADDED));

        generations.install(pc.plan(NEWER));

        assertEquals("2.0.0", pc.feature("com.example.added").orElseThrow().version());
        assertFalse(pc.list("3").contains("d".repeat(64)));
        assertEquals(1, pc.list("3").split("com.example.added", -1).length - 1);
    }

    @Test
    void aModuleThatAnotherFeatureNeedsStaysWithIt() throws Exception {
        generations.install(pc.plan(Pc.document("com.example.first", 1, Set.of(), "d", "e")));
        generations.install(pc.plan(Pc.document("com.example.second", 1, Set.of(), "e", "f")));

        generations.remove("com.example.first");

        assertEquals(
                List.of("e".repeat(64), "f".repeat(64)),
                pc.feature("com.example.second").orElseThrow().sha256());
    }

    @Test
    void removingTheOnlyFeatureGivesTheBaseReleaseAgain() throws Exception {
        generations.install(pc.plan(ADDED));

        generations.remove("com.example.added");

        assertEquals(pc.list("1"), pc.list("3"));
        assertEquals(List.of(), pc.storage.names(pc.home.resolve("generations/3/features")));
    }

    @Test
    void modelsAreThoseOfTheDocument() throws Exception {
        generations.install(pc.plan(ADDED));

        assertEquals(Set.of("NAVIOS"), generations.models("com.example.added"));
        assertEquals(Set.of(), generations.models("com.example.unknown"));
    }

    @Test
    void noWayBackIsLeftAfterASwitch() throws Exception {
        generations.install(pc.plan(ADDED));

        assertEquals(List.of("1", "2", "current"), pc.storage.names(pc.home.resolve("generations")));
    }

    @Nested
    class Kept {
        private List<String> generations() throws IOException {
            return pc.storage.names(pc.home.resolve("generations")).stream()
                    .filter(name -> !name.equals("current"))
                    .filter(name -> {
                        try {
                            return !pc.list(name).isEmpty();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }

        @Test
        void areTheLastThreeAndTheBaseRelease() throws Exception {
            for (int counter = 1; counter <= 6; counter++) {
                generations.install(pc.plan(Pc.document("com.example.added", counter, Set.of(), "d")));
            }

            assertEquals(List.of("1", "5", "6", "7"), generations());
            assertEquals(
                    List.of(),
                    pc.storage.names(pc.home.resolve("generations/2")).stream()
                            .filter(name -> !name.equals("features"))
                            .toList());
        }

        @Test
        void isWhatSomebodyChangedAsEvidence() throws Exception {
            generations.install(pc.plan(ADDED));
            Path list = pc.home.resolve("generations/2/SHA256SUMS");
            pc.storage.append(list, "0".repeat(64).getBytes(StandardCharsets.US_ASCII));
            for (int counter = 2; counter <= 6; counter++) {
                generations.install(pc.plan(Pc.document("com.example.added", counter, Set.of(), "d")));
            }

            assertEquals(List.of("1", "2", "5", "6", "7"), generations());
        }
    }

    @Nested
    class Refused {
        @Test
        void isWhatWasNeverLookedAt() throws Exception {
            refused(RefusedFor.STALE, () -> generations.install("0".repeat(64)));
        }

        @Test
        void isWithoutKeys() throws Exception {
            pc.identity = null;

            refused(RefusedFor.KEYS, () -> generations.install(pc.plan(ADDED)));
        }

        @Test
        void isWithoutAPinnedKey() throws Exception {
            Files.delete(pc.installation.resolve(DeviceKey.FILE));

            refused(RefusedFor.KEYS, () -> generations.install(pc.plan(ADDED)));
        }

        @Test
        void isWithAnotherPinnedKey() throws Exception {
            Files.writeString(
                    pc.installation.resolve(DeviceKey.FILE),
                    DeviceKey.of(new InMemoryIdentity().publicKey()).toText());

            refused(RefusedFor.KEYS, () -> generations.install(pc.plan(ADDED)));
        }

        @Test
        void isTheBaseReleaseAsAFeature() throws Exception {
            refused(
                    RefusedFor.BASE,
                    () -> generations.install(pc.plan(Pc.document("org.benchconnect.base", 2, Set.of(), "d"))));
        }

        @Test
        void isTheRemovalOfWhatTheBaseReleaseBrings() throws Exception {
            refused(RefusedFor.BASE, () -> generations.remove("org.benchconnect.base"));
            refused(RefusedFor.BASE, () -> generations.remove("org.benchconnect.remote-support"));
        }

        @Test
        void isTheRemovalOfWhatAnotherFeatureNeeds() throws Exception {
            generations.install(pc.plan(ADDED));
            pc.dependants.add("com.example.other");

            FeatureRefusedException refused = refused(RefusedFor.NEEDED, () -> generations.remove("com.example.added"));

            assertTrue(refused.getMessage().contains("com.example.other"), refused.getMessage());
        }

        @Test
        void isTheRemovalOfWhatIsNotThere() throws Exception {
            refused(RefusedFor.STALE, () -> generations.remove("com.example.added"));
        }

        @Test
        void isWhatTheLauncherRefusesAndNothingOfItStays() throws Exception {
            pc.refusal = new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "m.d does not start");

            FeatureRefusedException refused =
                    refused(RefusedFor.NOT_STARTED, () -> generations.install(pc.plan(ADDED)));

            assertTrue(refused.getMessage().contains("m.d does not start"), refused.getMessage());
            assertEquals("", pc.list("2"));
            assertEquals(List.of(), pc.storage.names(pc.home.resolve("generations/2/features")));
        }

        @Test
        void isNoReasonToRefuseTheNext() throws Exception {
            pc.refusal = new ModulesRefusedException(GateRefusal.Rule.NOT_STARTED, "m.d does not start");
            refused(RefusedFor.NOT_STARTED, () -> generations.install(pc.plan(ADDED)));
            pc.refusal = null;

            generations.install(pc.plan(NEWER));

            assertEquals("3", pc.current());
        }
    }
}
