package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old states: served again, mixed with newer ones, or never to be reached again because a thief counted too far. */
class RollbackTest extends TufTest {
    @Nested
    class RolledBack {
        @Test
        void timestampThatWentBackIsRefused() throws Exception {
            repository.publish("timestamp");
            refreshed();
            repository.version("timestamp", 1).sign("timestamp");

            RolledBackException refusal = refused(RolledBackException.class);

            assertEquals(2, refusal.expected());
            assertEquals(1, refusal.found());
            assertEquals(2L, store.versions().get("timestamp"));
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void newTimestampForAnOlderSnapshotIsRefused(boolean hashes) throws Exception {
            repository.statesHashes(hashes).publish("snapshot", "timestamp");
            refreshed();
            repository.version("snapshot", 1).sign("snapshot").publish("timestamp");

            RolledBackException refusal = refused(RolledBackException.class);

            assertEquals("snapshot", refusal.what());
            assertEquals(Map.of("root", 1L, "timestamp", 2L, "snapshot", 2L, "targets", 1L), store.versions());
        }

        @Test
        void olderSnapshotIsRefusedThoughTheTimestampOnThisPcWasLost() throws Exception {
            repository.publish("snapshot", "timestamp");
            refreshed();
            store.delete("timestamp");
            repository.version("snapshot", 1).sign("snapshot").publish("timestamp");

            assertEquals("snapshot", refused(RolledBackException.class).what());
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void newSnapshotForOlderTargetsIsRefused(boolean hashes) throws Exception {
            repository.statesHashes(hashes).publish("targets", "snapshot", "timestamp");
            refreshed();
            repository.version("targets", 1).sign("targets").publish("snapshot", "timestamp");

            assertEquals("targets.json", refused(RolledBackException.class).what());
            assertEquals(2L, store.versions().get("snapshot"));
        }

        @Test
        void newSnapshotWithoutARoleThatWasThereIsRefused() throws Exception {
            repository.delegate("targets", "vendor", "v/*").publish();
            refreshed();
            repository.edit(
                    "snapshot", snapshot -> snapshot.getAsJsonObject("meta").remove("vendor.json"));
            repository.publish("snapshot", "timestamp");

            refused(MissingMetadataException.class);
        }

        @Test
        void rootOfTheSameOrAFurtherVersionIsRefused() {
            repository.version("root", 1).sign("root").serve("2.root.json", repository.file("root.json"));
            WrongVersionException same = refused(WrongVersionException.class);
            repository.version("root", 3).sign("root").serve("2.root.json", repository.file("root.json"));
            WrongVersionException further = refused(WrongVersionException.class);

            assertEquals(List.of(2L, 1L), List.of(same.expected(), same.found()));
            assertEquals(3, further.found());
            assertEquals(Map.of("root", 1L), store.versions());
        }
    }

    @Nested
    class MixedAndMatched {
        @Test
        void snapshotOfAnotherVersionThanTheTimestampNamesIsRefused() {
            repository.statesHashes(false).publish();
            repository.serve("2.snapshot.json", repository.file("1.snapshot.json"));

            WrongVersionException refusal = refused(WrongVersionException.class);

            assertEquals("snapshot", refusal.what());
            assertEquals(Map.of("root", 2L, "timestamp", 2L), store.versions());
        }

        @Test
        void targetsOfAnotherVersionThanTheSnapshotNamesAreRefused() {
            repository.statesHashes(false).publish();
            repository.serve("2.targets.json", repository.file("1.targets.json"));

            assertEquals("targets", refused(WrongVersionException.class).what());
        }

        @Test
        void metadataWithAnotherHashThanStatedIsRefused() throws Exception {
            repository.publish();
            refreshed();
            repository.publish("targets").edit("snapshot", snapshot -> hashes(snapshot, "targets.json")
                    .addProperty("sha256", "46419349341cfb2d95f6ae3d4cd5c3d3dd7f4673985dad42a45130be5e0531a0"));
            repository.publish("snapshot", "timestamp");

            WrongHashException refusal = refused(WrongHashException.class);

            assertTrue(refusal.expected().startsWith("46419349"));
            assertEquals(3L, store.versions().get("snapshot"));
            assertEquals(2L, store.versions().get("targets"));
        }

        @Test
        void metadataOfAnotherLengthThanStatedIsRefusedBeforeItIsParsed() {
            repository.tamper("1.snapshot.json", text -> text.substring(1));
            assertEquals(
                    "The snapshot metadata", refused(WrongLengthException.class).what());

            repository.tamper("1.snapshot.json", text -> text + "  ");
            refused(TooLongException.class);
        }

        @Test
        void snapshotKeptHereWithOtherBytesThanTheTimestampStatesIsFetchedAnew() throws Exception {
            refreshed();
            repository
                    .edit("snapshot", snapshot -> snapshot.addProperty("x", 1))
                    .sign("snapshot");
            repository.publish("timestamp").forgetRequests();

            refreshed();

            assertTrue(repository.requests().contains("1.snapshot.json"));
        }

        private static JsonObject hashes(JsonObject part, String file) {
            return part.getAsJsonObject("meta").getAsJsonObject(file).getAsJsonObject("hashes");
        }
    }

    @Nested
    class Recovered {
        @Test
        void timestampDrivenUpByAThiefIsForgottenWhenItsKeyIsWithdrawn() throws Exception {
            repository.version("timestamp", 99).publish("timestamp");
            refreshed();
            repository.keys("timestamp", 1, SimulatedKey.ed25519());
            repository.version("timestamp", 1).sign("timestamp").publish("root");

            refreshed();

            assertEquals(1L, store.versions().get("timestamp"));
        }

        @Test
        void targetsDrivenUpByAThiefAreForgottenWhenTheSnapshotKeyIsWithdrawn() throws Exception {
            repository.delegate("targets", "vendor", "v/*").publish();
            repository.version("targets", 99).publish("targets", "snapshot", "timestamp");
            refreshed();
            repository
                    .keys("snapshot", 1, SimulatedKey.ed25519())
                    .version("targets", 1)
                    .sign("targets");
            repository.edit(
                    "snapshot", snapshot -> snapshot.getAsJsonObject("meta").remove("vendor.json"));
            repository.publish("snapshot", "timestamp", "root");

            refreshed();

            assertEquals(1L, store.versions().get("targets"));
        }

        @Test
        void snapshotDrivenUpByAThiefIsForgottenWhenOneOfTwoKeysIsWithdrawn() throws Exception {
            SimulatedKey stays = SimulatedKey.ed25519();
            SimulatedKey stolen = SimulatedKey.ed25519();
            repository.keys("snapshot", 1, stays, stolen).publish();
            repository.version("snapshot", 99).publish("snapshot", "timestamp");
            refreshed();
            repository.keys("snapshot", 1, stays).version("snapshot", 2).publish("snapshot", "timestamp", "root");

            refreshed();

            assertEquals(3L, store.versions().get("snapshot"));
        }

        @Test
        void keyThatIsOnlyAddedOpensNoWayBack() throws Exception {
            repository.publish("timestamp");
            refreshed();
            repository.keys("timestamp", 1, repository.signers("timestamp")[0], SimulatedKey.ed25519());
            repository.version("timestamp", 1).sign("timestamp").publish("root");

            refused(RolledBackException.class);
        }
    }
}
