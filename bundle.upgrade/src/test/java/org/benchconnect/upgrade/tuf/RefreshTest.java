package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Test;

/** The honest life of a repository: what is asked for, what is kept, what is put up with. */
class RefreshTest extends TufTest {
    @Test
    void refreshAsksForEachRoleOnceAndKeepsItByteForByte() throws Exception {
        repository.serve(
                "timestamp.json",
                (new String(repository.file("timestamp.json"), java.nio.charset.StandardCharsets.UTF_8) + " \n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        refreshed();

        assertEquals(
                List.of("2.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json"), repository.requests());
        for (String role : Root.ROLES) {
            assertArrayEquals(repository.file(role + ".json"), store.read(role).orElseThrow());
        }
    }

    @Test
    void secondRefreshAsksForRootAndTimestampOnly() throws Exception {
        refreshed();
        repository.forgetRequests();

        refreshed();

        assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests());
    }

    @Test
    void newReleaseIsFollowed() throws Exception {
        refreshed();
        repository.target("targets", "a.txt", bytes("one")).publish();

        assertArrayEquals(bytes("one"), download(refreshed(), "a.txt"));
        assertEquals(Map.of("root", 2L, "timestamp", 2L, "snapshot", 2L, "targets", 2L), store.versions());
    }

    @Test
    void namesWithoutVersionAreAskedForWhereSnapshotsAreNotConsistent() throws Exception {
        repository.consistent(false).target("targets", "d/a.txt", bytes("one")).publish();

        byte[] target = download(refreshed(), "d/a.txt");

        assertArrayEquals(bytes("one"), target);
        assertEquals(
                List.of("2.root.json", "3.root.json", "timestamp.json", "snapshot.json", "targets.json", "d/a.txt"),
                repository.requests());
    }

    @Test
    void lengthsAndHashesOfMetadataAreOptional() throws Exception {
        repository.statesHashes(false).target("targets", "a.txt", bytes("one")).publish();

        assertArrayEquals(bytes("one"), download(refreshed(), "a.txt"));
    }

    @Test
    void unknownFieldsAreKeptInWhatIsSigned() throws Exception {
        SimulatedKey key = SimulatedKey.ed25519();
        repository.keys("root", 1, repository.signers("root")[0], key).edit("root", root -> {
            root.addProperty("x-custom", "\u00fc \"\\ \ud83d\ude00");
            root.getAsJsonObject("keys").getAsJsonObject(key.id()).addProperty("keyid_hash_algorithms", "md5");
            root.getAsJsonObject("roles").getAsJsonObject("root").addProperty("x-days", 182);
        });
        repository.publish("root");

        refreshed();

        assertEquals(2L, store.versions().get("root"));
    }

    @Test
    void sameTimestampVersionWithOtherContentIsNotTaken() throws Exception {
        refreshed();
        repository
                .edit("timestamp", timestamp -> timestamp
                        .getAsJsonObject("meta")
                        .getAsJsonObject("snapshot.json")
                        .addProperty("version", 100))
                .sign("timestamp");
        repository.forgetRequests();

        refreshed();

        assertEquals(List.of("2.root.json", "timestamp.json"), repository.requests());
    }

    @Test
    void damagedMetadataOnThisPcIsFetchedAnew() throws Exception {
        refreshed();
        for (String role : List.of("timestamp", "snapshot", "targets")) {
            store.write(role, bytes("{\"signed\""));
        }

        refreshed();

        assertEquals(Map.of("root", 1L, "timestamp", 1L, "snapshot", 1L, "targets", 1L), store.versions());
    }

    @Test
    void damagedOrMissingRootOnThisPcEndsEverythingBeforeAnyRequest() {
        store.write("root", bytes("{}"));

        refused(MalformedMetadataException.class);
        store.delete("root");
        refused(MissingMetadataException.class);

        assertEquals(List.of(), repository.requests());
    }

    @Test
    void rootOnThisPcThatIsNotSignedByItselfEndsEverythingBeforeAnyRequest() {
        SimulatedKey stranger = SimulatedKey.ed25519();
        repository.signedBy("root", stranger).sign("root");
        store.write("root", repository.file("1.root.json"));

        refused(NotEnoughSignaturesException.class);

        assertEquals(List.of(), repository.requests());
    }

    @Test
    void whatWasVerifiedBeforeAFileIsMissingStays() throws Exception {
        refreshed();
        repository.target("targets", "a", bytes("a")).publish("targets", "snapshot", "timestamp");
        repository.lose("2.targets.json");

        refused(NoSuchFileException.class);

        assertEquals(Map.of("root", 1L, "timestamp", 2L, "snapshot", 2L, "targets", 1L), store.versions());
    }

    @Test
    void missingTimestampOrSnapshotIsAnError() {
        repository.lose("1.snapshot.json");
        refused(NoSuchFileException.class);

        repository.lose("timestamp.json");
        refused(NoSuchFileException.class);

        assertEquals(Map.of("root", 1L, "timestamp", 1L), store.versions());
    }

    @Test
    void expiredMetadataOnThisPcHelpsToFollowNewer() throws Exception {
        repository.expires("timestamp", days(7)).publish("timestamp");
        refreshed();
        repository.expires("timestamp", days(21)).publish("targets", "snapshot", "timestamp");

        refreshed(days(18));

        assertEquals(Map.of("root", 1L, "timestamp", 3L, "snapshot", 2L, "targets", 2L), store.versions());
    }

    @Test
    void refreshStopsAfterTheMostRootsAndTheNextGoesOnFromThere() throws Exception {
        for (int i = 0; i < 5; i++) {
            repository.publish("root");
        }
        Limits three = new Limits(512_000, 16_384, 2_000_000, 5_000_000, 3, 32);

        new ReleaseClient(store, repository, three, NOW).refresh();
        assertEquals(4L, store.versions().get("root"));
        new ReleaseClient(store, repository, three, NOW).refresh();

        assertEquals(6L, store.versions().get("root"));
    }

    @Test
    void clientIsForOneRefreshAndKnowsNothingBefore() throws Exception {
        ReleaseClient client = new ReleaseClient(store, repository, Limits.standard(), NOW);

        assertThrows(IllegalStateException.class, () -> client.find("a"));
        client.refresh();
        assertThrows(IllegalStateException.class, client::refresh);
    }
}
