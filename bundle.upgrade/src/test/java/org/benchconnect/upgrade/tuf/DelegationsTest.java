package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked about a path, in which order, and whose word counts. */
class DelegationsTest extends TufTest {
    /** Delegations as {@code FROM>TO}, {@code FROM>>TO} where terminating, {@code FROM>TO:pattern}; t is targets. */
    @ParameterizedTest
    @CsvSource({
        "t>A, A",
        "t>A t>B, A B",
        "t>A t>B B>C, A B C",
        "t>A t>B A>C A>D, A C D B",
        "t>A t>B A>C C>D, A C D B",
        "t>A t>B A>>C A>D, A C",
        "t>A t>B A>>C C>D, A C D",
        "t>>A t>B, A",
        "t>A:*.py t>B A>C, B",
        "t>A t>B A>C:*.py C>D, A B",
        "t>A t>B B>C C>D D>B, A B C D",
        "t>A A>A, A",
        "t>A t>B B>C A>C, A C B",
        "t>A t>B B>C A>C:*.py, A B C",
        "t>A:missing?path t>B:[a-m]issingpath t>C:[!m]* t>D:*/*, B",
    })
    void rolesAreAskedPreOrderAndDepthFirst(String graph, String order) throws Exception {
        for (String edge : graph.split(" ")) {
            String[] parts = edge.split(":");
            String[] ends = parts[0].split(">+");
            String delegator = ends[0].equals("t") ? "targets" : ends[0];
            String pattern = parts.length > 1 ? parts[1] : "*";
            if (edge.contains(">>")) {
                repository.delegateTerminating(delegator, ends[1], pattern);
            } else {
                repository.delegate(delegator, ends[1], pattern);
            }
        }
        repository.publish();
        ReleaseClient client = refreshed();
        repository.forgetRequests();

        assertTrue(client.find("missingpath").isEmpty());

        List<String> files = List.of(order.split(" ")).stream()
                .map(role -> "1." + role + ".json")
                .toList();
        assertEquals(files, repository.requests());
    }

    @Nested
    class Tree {
        Tree() {
            repository.target("targets", "targetfile", bytes("t"));
            repository.delegate("targets", "A", "*.doc", "*.md").target("A", "README.md", bytes("by A"));
            repository.delegate("targets", "B", "releases/*/*");
            repository.delegate("B", "C", "releases/x/*").target("C", "releases/x/x_v1", bytes("x by C"));
            repository.delegate("B", "D", "releases/y/*.zip").target("D", "releases/y/y_v1.zip", bytes("y by D"));
            repository.target("D", "releases/z/z_v1.zip", bytes("z by D")).publish();
        }

        @ParameterizedTest
        @CsvSource({
            "targetfile, targets, t",
            "README.md, A, by A",
            "releases/x/x_v1, C, x by C",
            "releases/y/y_v1.zip, D, y by D",
        })
        void targetIsFoundByTheRoleThatMaySpeakForIt(String path, String role, String content) throws Exception {
            ReleaseClient client = refreshed();

            assertEquals(role, client.find(path).orElseThrow().role());
            assertArrayEquals(bytes(content), download(client, path));
        }

        @Test
        void roleDoesNotSpeakForPathsThatNobodyGaveIt() throws Exception {
            assertTrue(refreshed().find("releases/z/z_v1.zip").isEmpty());
        }

        @Test
        void listingHoldsExactlyWhatIsFound() throws Exception {
            List<Target> all = refreshed().under("releases/");

            assertEquals(
                    List.of("releases/x/x_v1", "releases/y/y_v1.zip"),
                    all.stream().map(Target::path).sorted().toList());
        }

        @Test
        void firstRoleInOrderWins() throws Exception {
            repository.target("B", "releases/x/x_v1", bytes("by B")).publish();

            assertArrayEquals(bytes("by B"), download(refreshed(), "releases/x/x_v1"));
        }
    }

    @Nested
    class OneBadRole {
        OneBadRole() {
            repository.target("targets", "f/base", bytes("base"));
            repository.delegate("targets", "good", "f/good*").target("good", "f/good", bytes("good"));
            repository.delegate("targets", "bad", "f/bad*").target("bad", "f/bad", bytes("bad"));
            repository.expires("bad", days(-1)).publish();
        }

        @Test
        void roleThatBreaksARuleEndsTheSearchForItsPaths() throws Exception {
            ReleaseClient client = refreshed();

            assertThrows(ExpiredMetadataException.class, () -> client.find("f/bad"));
            assertThrows(ExpiredMetadataException.class, () -> client.find("f/bad-too"));
            assertTrue(client.find("f/good").isPresent());
            assertFalse(store.versions().containsKey("bad"));
        }

        @Test
        void listingLosesItsTargetsAndNobodyElses() throws Exception {
            ReleaseClient client = refreshed();

            List<Target> all = client.under("f/");

            assertEquals(
                    List.of("f/base", "f/good"), all.stream().map(Target::path).toList());
            assertInstanceOf(
                    ExpiredMetadataException.class, client.refusedRoles().get("bad"));
            assertEquals(1, client.refusedRoles().size());
        }
    }

    @Test
    void cachedRoleIsVerifiedByTheKeysOfItsPresentDelegator() throws Exception {
        repository
                .delegate("targets", "vendor", "v/*")
                .target("vendor", "v/a", bytes("a"))
                .publish();
        assertTrue(refreshed().find("v/a").isPresent());
        repository.delegationKeys("targets", "vendor", SimulatedKey.ed25519());
        repository.publish("targets", "snapshot", "timestamp");

        ReleaseClient client = refreshed();

        NotEnoughSignaturesException refusal =
                assertThrows(NotEnoughSignaturesException.class, () -> client.find("v/a"));
        assertReadable(refusal.getMessage());
    }

    @Test
    void cachedRoleIsNotFetchedAgain() throws Exception {
        repository
                .delegate("targets", "vendor", "v/*")
                .target("vendor", "v/a", bytes("a"))
                .publish();
        refreshed().find("v/a");
        ReleaseClient client = refreshed();
        repository.forgetRequests();

        assertTrue(client.find("v/a").isPresent());
        assertEquals(List.of(), repository.requests());
    }

    @Test
    void roleReachedByTwoDelegatorsIsVerifiedByTheKeysOfEach() throws Exception {
        repository.delegate("targets", "A", "a/*").delegate("targets", "B", "b/*");
        repository.delegate("A", "shared", "a/*").delegate("B", "shared", "b/*");
        repository.target("shared", "a/x", bytes("x")).target("shared", "b/x", bytes("x"));
        repository.delegationKeys("B", "shared", SimulatedKey.ed25519()).publish();

        ReleaseClient client = refreshed();

        assertTrue(client.find("a/x").isPresent());
        assertThrows(NotEnoughSignaturesException.class, () -> client.find("b/x"));
    }

    @Test
    void delegatedRoleThatTheSnapshotDoesNotListIsRefused() throws Exception {
        repository.delegate("targets", "vendor", "v/*").publish("targets", "snapshot", "timestamp");

        ReleaseClient client = refreshed();

        assertReadable(assertThrows(MissingMetadataException.class, () -> client.find("v/a"))
                .getMessage());
    }

    @Test
    void searchEndsAfterThirtyTwoDelegatedRoles() throws Exception {
        repository.delegate("targets", "r1", "*");
        for (int i = 1; i < 40; i++) {
            repository.delegate("r" + i, "r" + (i + 1), "*");
        }
        repository
                .target("r32", "in", bytes("in"))
                .target("r33", "out", bytes("out"))
                .publish();

        ReleaseClient client = refreshed();

        assertTrue(client.find("in").isPresent());
        assertReadable(assertThrows(BranchLimitException.class, () -> client.find("out"))
                .getMessage());
        assertEquals(Map.of(), client.refusedRoles());
    }
}
