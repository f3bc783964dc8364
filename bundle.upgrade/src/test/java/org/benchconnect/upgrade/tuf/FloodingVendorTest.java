package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What one vendor of delegated targets can do to the others by saying too much: nothing. */
class FloodingVendorTest extends TwoVendors {
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
}
