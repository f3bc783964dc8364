package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a delegation may look like: names of roles, patterns, prefixes of hashes. */
class DelegationFormsTest extends TufTest {
    @ParameterizedTest
    @CsvSource({
        "?, %3F",
        "#, %23",
        "/delegatedrole, %2Fdelegatedrole",
        "../delegatedrole, ..%2Fdelegatedrole",
        "., .",
        ".., ..",
        "\u00f6, %C3%B6",
        "a b~c, a%20b~c",
        "%2F, %252F",
    })
    void unusualRoleNamesBecomeOnePercentEncodedSegment(String role, String encoded) throws Exception {
        repository.delegate("targets", role, "*").target(role, "a", bytes("a")).publish();

        assertTrue(refreshed().find("a").isPresent());

        assertTrue(repository.requests().contains("1." + encoded + ".json"));
        assertEquals(1L, store.versions().get(encoded));
        assertEquals(5, store.versions().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void delegationToATopLevelRoleIsRefused(String role) {
        repository.delegate("targets", "vendor", "*").edit("targets", targets -> delegation(targets)
                .addProperty("name", role));
        repository.publish();

        refused(MalformedMetadataException.class);
    }

    @Test
    void delegationToARoleWhoseNameFitsIntoNoFileNameIsRefused() {
        for (String name : List.of("", "a\u0000", "a".repeat(201), "\u00f6".repeat(40))) {
            repository.delegate("targets", "vendor", "*").edit("targets", targets -> delegation(targets)
                    .addProperty("name", name));
            repository.publish();

            refused(MalformedMetadataException.class);
            repository.edit("targets", targets -> targets.remove("delegations"));
        }
    }

    @Test
    void twoDelegationsToTheSameRoleAreRefused() {
        repository
                .delegate("targets", "vendor", "a/*")
                .delegate("targets", "vendor", "b/*")
                .publish();

        refused(MalformedMetadataException.class);
    }

    @Test
    void delegationWithPatternsAndPrefixesOrNeitherIsRefused() {
        repository.delegate("targets", "vendor", "a/*").edit("targets", targets -> delegation(targets)
                .add("path_hash_prefixes", new JsonArray()));
        repository.publish();
        refused(MalformedMetadataException.class);

        repository.edit("targets", targets -> {
            delegation(targets).remove("paths");
            delegation(targets).remove("path_hash_prefixes");
        });
        repository.publish();
        refused(MalformedMetadataException.class);
    }

    @Test
    void delegationByHashPrefixesCoversThePathsThatHashSo() throws Exception {
        String path = "v/a";
        JsonArray prefixes = new JsonArray();
        prefixes.add(TargetPath.hash(path).substring(0, 3));
        repository
                .delegate("targets", "vendor")
                .target("vendor", path, bytes("a"))
                .target("vendor", "v/b", bytes("b"));
        repository.edit("targets", targets -> {
            delegation(targets).remove("paths");
            delegation(targets).add("path_hash_prefixes", prefixes);
        });
        repository.publish();

        ReleaseClient client = refreshed();

        assertTrue(client.find(path).isPresent());
        assertTrue(client.find("v/b").isEmpty());
    }

    private static JsonObject delegation(JsonObject targets) {
        return targets.getAsJsonObject("delegations")
                .getAsJsonArray("roles")
                .get(0)
                .getAsJsonObject();
    }
}
