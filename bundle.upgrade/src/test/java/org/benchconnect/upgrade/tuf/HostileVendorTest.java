package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one vendor of delegated targets can do to the others: nothing. */
class HostileVendorTest extends TufTest {
    @BeforeEach
    void twoVendors() {
        repository.target("targets", "f/ours", bytes("ours"));
        repository.delegate("targets", "v1", "f/v1*").target("v1", "f/v1", bytes("1"));
        repository.delegate("targets", "v2", "f/v2*").target("v2", "f/v2", bytes("2"));
    }

    private static Set<String> paths(ReleaseClient client) throws Exception {
        Set<String> paths = new TreeSet<>();
        client.under("f/").forEach(target -> paths.add(target.path()));
        return paths;
    }

    /** The second vendor's targets are listed and found; the first one is told by name. */
    private <E extends Exception> E onlyTheFirstSuffers(Class<E> why) throws Exception {
        ReleaseClient client = refreshed();

        assertTrue(paths(client).containsAll(List.of("f/ours", "f/v2")), client.refusedRoles()::toString);
        assertArrayEquals(bytes("2"), download(client, "f/v2"));
        return assertInstanceOf(why, client.refusedRoles().get("v1"), client.refusedRoles()::toString);
    }

    @Nested
    class Names {
        @ParameterizedTest
        @ValueSource(strings = {"con", "NUL", "aux.x", "com1", "lpt9.tar.gz"})
        void ofDevicesStopNobodyElse(String device) throws Exception {
            repository.delegate("v1", device, "f/v1*").publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Root", "TIMESTAMP", "Snapshot", "tArgets"})
        void likeTopLevelRolesButForCaseAreRefused(String role) throws Exception {
            repository.delegate("v1", role, "f/v1*").publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);

            assertEquals(
                    Set.of("root", "snapshot", "targets", "timestamp", "v2"),
                    store.versions().keySet());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u202enosj", "a\u2066b", "a\u200bb", "a\u2028b"})
        void thatTurnOrHideTextAreRefused(String role) throws Exception {
            repository.delegate("v1", role, "f/v1*").publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void ofAnotherVendorsRoleDoNotTakeItsPlace() throws Exception {
            SimulatedKey[] honest = repository.signers("v2");
            repository.delegate("v1", "v2", "*").delegationKeys("v1", "v2", SimulatedKey.ed25519());
            repository.delegationKeys("targets", "v2", honest).publish();

            ReleaseClient client = refreshed();

            assertEquals(Set.of("f/ours", "f/v1", "f/v2"), paths(client));
            assertEquals(Set.of("v1 > v2"), client.refusedRoles().keySet());
        }
    }

    @Test
    void roleWhoseFileCannotBeReadIsLeftOutOfTheListing() throws Exception {
        repository.publish();
        ReleaseSource source = new ReleaseSource() {
            @Override
            public InputStream metadata(String fileName) throws IOException {
                if (fileName.endsWith("v1.json")) {
                    throw new IOException("not a name on this system");
                }
                return repository.metadata(fileName);
            }

            @Override
            public InputStream target(String path) throws IOException {
                return repository.target(path);
            }

            @Override
            public void close() {}
        };
        ReleaseClient client = new ReleaseClient(store, source, Limits.standard(), NOW);
        client.refresh();

        assertEquals(Set.of("f/ours", "f/v2"), paths(client));
        assertEquals(Set.of("v1"), client.refusedRoles().keySet());
    }

    @Nested
    class Floods {
        @Test
        void ofRolesHideNobodyElse() throws Exception {
            for (int i = 0; i < 40; i++) {
                repository.delegate("v1", "sub" + i, "f/v1*");
            }
            repository.publish();

            assertEquals(32, onlyTheFirstSuffers(BranchLimitException.class).expected());
        }

        @Test
        void ofHonestVendorsAreAllListed() throws Exception {
            IntStream.range(10, 50).forEach(i -> repository
                    .delegate("targets", "w" + i, "f/w" + i + "*")
                    .target("w" + i, "f/w" + i, bytes("w")));
            repository.publish();

            assertEquals(43, paths(refreshed()).size());
        }

        @Test
        void ofKeysAndRolesAreRefusedBeforeTheyTakeMemory() throws Exception {
            repository.edit("v1", part -> part.add("delegations", delegations(4000, 3000)));
            repository.publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void ofRolesWithFewKeysAreRefused() throws Exception {
            repository.edit("v1", part -> part.add("delegations", delegations(1, 257)));
            repository.publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void ofObjectsInFieldsThatNobodyReadsAreRefused() throws Exception {
            repository.edit("v1", part -> part.add("custom", objects(100_000))).publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void ofBytesOverManyRolesEndWithTheVendorsShare() throws Exception {
            for (int i = 0; i < 8; i++) {
                repository
                        .delegate("v1", "sub" + i, "f/v1*")
                        .edit("sub" + i, part -> part.addProperty("pad", "x".repeat(500_000)));
            }
            repository.publish();

            assertEquals(
                    2_000_000, onlyTheFirstSuffers(BranchLimitException.class).expected());
        }

        @Test
        void ofSignersForOneRoleAreRefused() throws Exception {
            List<SimulatedKey> keys = new ArrayList<>();
            IntStream.range(0, 65).forEach(i -> keys.add(SimulatedKey.ed25519()));
            repository.delegate("v1", "sub", "f/v1*");
            repository
                    .delegationKeys("v1", "sub", keys.toArray(SimulatedKey[]::new))
                    .publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        private static JsonObject delegations(int keys, int roles) {
            JsonArray list = new JsonArray();
            for (int i = 0; i < roles; i++) {
                JsonObject role = new JsonObject();
                role.addProperty("name", "r" + i);
                role.add("keyids", new JsonArray());
                role.addProperty("threshold", 1);
                role.addProperty("terminating", false);
                role.add("paths", new JsonArray());
                list.add(role);
            }
            JsonObject all = new JsonObject();
            for (int i = 0; i < keys; i++) {
                JsonObject key = new JsonObject();
                key.addProperty("keytype", "");
                key.addProperty("scheme", "");
                key.add("keyval", new JsonObject());
                all.add("k" + i, key);
            }
            JsonObject delegations = new JsonObject();
            delegations.add("keys", all);
            delegations.add("roles", list);
            return delegations;
        }

        private static JsonObject objects(int count) {
            JsonObject objects = new JsonObject();
            IntStream.range(0, count).forEach(i -> objects.add("o" + i, new JsonObject()));
            return objects;
        }
    }

    @Nested
    class Patterns {
        @Test
        void longerThanAnyPathAreRefused() throws Exception {
            repository.delegate("v1", "sub", "f/v1" + "[".repeat(1024)).publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void moreThanAThousandOfThemAreRefused() throws Exception {
            String[] many = IntStream.range(0, 1025).mapToObj(i -> "f/v1/" + i).toArray(String[]::new);
            repository.delegate("v1", "sub", many).publish();

            onlyTheFirstSuffers(MalformedMetadataException.class);
        }

        @Test
        void thatTakeLongEndWithTheVendorsShareOfWork() throws Exception {
            String[] slow = IntStream.range(0, 1000)
                    .mapToObj(i -> "f/v1" + "*a".repeat(100) + i)
                    .toArray(String[]::new);
            repository.delegate("v1", "sub", slow);
            for (int i = 0; i < 100; i++) {
                repository.target("sub", "f/v1" + "a".repeat(200) + i, bytes("1"));
            }
            repository.edit("targets", part -> part.getAsJsonObject("delegations")
                    .getAsJsonArray("roles")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("paths")
                    .add("f/v1*"));
            repository.publish();

            onlyTheFirstSuffers(BranchLimitException.class);
        }
    }

    @Test
    void unsignedMetadataIsNotTakenApart() {
        repository
                .edit("targets", part -> part.addProperty("targets", "nonsense"))
                .signedBy("targets");
        repository.publish();

        refused(NotEnoughSignaturesException.class);
    }

    /** What v1 signed as "shared" for A must not be what B's "shared" says, in whichever order they are read. */
    @Test
    void roleOfTwoDelegatorsSaysForEachWhatItsKeysSigned() throws Exception {
        SimulatedKey[] ofA = {SimulatedKey.ed25519()};
        SimulatedKey[] ofB = {SimulatedKey.ed25519()};
        repository.statesHashes(false);
        repository.delegate("v1", "shared", "f/v*").delegate("v2", "shared", "f/v*");
        repository.delegationKeys("v1", "shared", ofA).delegationKeys("v2", "shared", ofB);
        repository.target("shared", "f/v1x", bytes("A")).signedBy("shared", ofA).publish();
        byte[] byA = repository.file("1.shared.json");
        repository.target("shared", "f/v2x", bytes("B")).signedBy("shared", ofB).sign("shared");
        byte[] byB = repository.file("1.shared.json");
        ReleaseClient client = refreshed();

        repository.serve("1.shared.json", byA);
        assertArrayEquals(bytes("A"), download(client, "f/v1x"));
        repository.serve("1.shared.json", byB);
        assertArrayEquals(bytes("B"), download(client, "f/v2x"));

        assertArrayEquals(bytes("A"), download(client, "f/v1x"));
        assertEquals("shared", client.find("f/v1x").orElseThrow().role());
        repository.lose("1.shared.json").lose("shared.json");
        assertTrue(client.find("f/v2").isPresent());
    }

    @Test
    void brokenRoleIsReadOnceHoweverManyPathsLeadToIt() throws Exception {
        repository.expires("v1", days(-1));
        for (int i = 0; i < 50; i++) {
            repository.target("targets", "f/many" + i, bytes("m"));
        }
        repository.publish();
        ReleaseClient client = refreshed();
        repository.forgetRequests();

        for (int i = 0; i < 5; i++) {
            int path = i;
            assertThrows(ExpiredMetadataException.class, () -> client.find("f/v1" + path));
        }

        assertEquals(List.of("1.v1.json"), repository.requests());
    }
}
