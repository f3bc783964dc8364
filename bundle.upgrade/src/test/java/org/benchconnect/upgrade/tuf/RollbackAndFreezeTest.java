package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Old states: served again, mixed with newer ones, or held back until they expire. */
class RollbackAndFreezeTest extends TufTest {
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
    class Frozen {
        @ParameterizedTest
        @ValueSource(strings = {"timestamp", "snapshot", "targets"})
        void identicalMetadataThatHasExpiredMeanwhileIsRefused(String role) throws Exception {
            repository.expires(role, days(7)).publish();
            refreshed();

            refreshed(days(7).minusSeconds(1));
            ExpiredMetadataException refusal = refused(ExpiredMetadataException.class, days(7));

            assertEquals(role, refusal.what());
            assertEquals(days(7), refusal.expected());
            assertEquals(days(7), refusal.found());
        }

        @Test
        void identicalDelegatedMetadataThatHasExpiredMeanwhileIsRefused() throws Exception {
            repository.delegate("targets", "vendor", "v/*").target("vendor", "v/a", bytes("a"));
            repository.expires("vendor", days(7)).publish();
            assertTrue(refreshed().find("v/a").isPresent());

            ReleaseClient later = refreshed(days(8));

            assertEquals(
                    "vendor",
                    assertThrows(ExpiredMetadataException.class, () -> later.find("v/a"))
                            .what());
        }

        @ParameterizedTest
        @ValueSource(strings = {"timestamp", "snapshot", "targets"})
        void newMetadataThatIsExpiredIsRefusedAndNotKept(String role) throws Exception {
            refreshed();
            repository.expires(role, days(-1)).publish();

            assertEquals(role, refused(ExpiredMetadataException.class).what());
            assertEquals(1L, store.versions().get(role));
        }

        @Test
        void lastRootThatIsExpiredIsKeptButEndsTheRefresh() throws Exception {
            refreshed();
            repository.expires("root", days(-1)).publish();

            assertEquals("root", refused(ExpiredMetadataException.class).what());
            assertEquals(Map.of("root", 2L, "timestamp", 1L, "snapshot", 1L, "targets", 1L), store.versions());
        }

        @Test
        void expiredRootOnTheWayToAFreshOneIsFine() throws Exception {
            repository.expires("root", days(-1)).publish("root");
            repository.expires("root", days(9)).publish("root");

            refreshed();

            assertEquals(3L, store.versions().get("root"));
        }

        @Test
        void expiryIsReachedAtItsVerySecond() throws Exception {
            repository.expires("timestamp", NOW).publish("timestamp");

            refused(ExpiredMetadataException.class);

            repository.expires("timestamp", NOW.plusSeconds(1)).publish("timestamp");
            refreshed();
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

    @Nested
    class WithAnOfflineWindow {
        private final List<OfflineTolerance.Use> uses = new ArrayList<>();
        private final OfflineTolerance fiveDays = OfflineTolerance.of(Duration.ofDays(5), uses::add);

        private void refresh(Instant now) throws Exception {
            new ReleaseClient(store, repository, Limits.standard(), now, fiveDays).refresh();
        }

        @Test
        void expiredMetadataIsTakenUpToTheToleranceAndEachUseIsRecorded() throws Exception {
            repository.expires("timestamp", days(1)).expires("root", days(99)).publish();

            refresh(days(6));

            assertEquals(List.of(new OfflineTolerance.Use("timestamp", days(1), days(6))), uses);
            assertThrows(ExpiredMetadataException.class, () -> refresh(days(6).plusSeconds(1)));
        }

        @Test
        void expiredRootIsNeverTaken() {
            repository.expires("root", days(1)).publish("root");

            assertThrows(ExpiredMetadataException.class, () -> refresh(days(2)));
            assertEquals(List.of(), uses);
        }

        @Test
        void rollbackIsNeverTaken() throws Exception {
            repository.publish("timestamp");
            refreshed();
            repository.version("timestamp", 1).sign("timestamp");

            assertThrows(RolledBackException.class, () -> refresh(NOW));
        }

        @Test
        void toleranceHasALimit() {
            assertThrows(IllegalArgumentException.class, () -> OfflineTolerance.of(Duration.ofDays(31), uses::add));
            assertThrows(IllegalArgumentException.class, () -> OfflineTolerance.of(Duration.ofDays(-1), uses::add));
        }
    }
}
