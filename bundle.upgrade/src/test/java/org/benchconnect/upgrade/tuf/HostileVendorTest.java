package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one vendor of delegated targets can do to the others: nothing. */
class HostileVendorTest extends TwoVendors {
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
