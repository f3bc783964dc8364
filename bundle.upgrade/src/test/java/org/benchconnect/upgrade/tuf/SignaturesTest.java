package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signatures count, and how often. */
class SignaturesTest extends TufTest {
    private static final SimulatedKey[] KEYS =
            Stream.generate(SimulatedKey::ed25519).limit(10).toArray(SimulatedKey[]::new);

    private static SimulatedKey[] keys(String digits) {
        return digits.chars().mapToObj(digit -> KEYS[digit - '0']).toArray(SimulatedKey[]::new);
    }

    static Stream<SimulatedKey> kinds() {
        return Stream.of(
                SimulatedKey.ed25519(),
                SimulatedKey.ecdsa(),
                SimulatedKey.rsa(),
                SimulatedKey.ecdsaPemAndHex()[1],
                SimulatedKey.ecdsa().named("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindOfKeyCountsAndItsWrongSignatureDoesNot(SimulatedKey key) throws Exception {
        repository.keys("root", 2, repository.signers("root")[0], key).publish("root");
        refreshed();
        repository.publish("root").tamper("3.root.json", text -> text.replace("\"version\":3", "\"version\": 3"));
        refreshed();
        repository.publish("root").tamper("4.root.json", swapped(signatures -> signature(signatures, 1)
                .addProperty("sig", key.sign(bytes("something else")))));

        NotEnoughSignaturesException refusal = refused(NotEnoughSignaturesException.class);

        assertEquals(2, refusal.expected());
        assertEquals(1, refusal.found());
        assertEquals(3L, store.versions().get("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void metadataSignedByNobodyIsRefused(String role) throws Exception {
        repository.signedBy(role).publish();

        assertEquals(role, refused(NotEnoughSignaturesException.class).what());
        assertEquals(false, store.versions().getOrDefault(role, 0L) == 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void metadataChangedAfterSigningIsRefused(String role) throws Exception {
        repository.statesHashes(false).publish();
        String file = role.equals("timestamp") ? "timestamp.json" : "2." + role + ".json";
        repository.tamper(file, text -> text.replace("\"spec_version\":\"1.0.34\"", "\"spec_version\":\"1.0.33\""));

        assertEquals(role, refused(NotEnoughSignaturesException.class).what());
    }

    /** Root 1: keys, threshold, signatures; root 2 likewise. */
    @ParameterizedTest
    @CsvSource({
        "1,1,1,       2,1,21,     true",
        "1,1,314,     2,1,3214,   true",
        "01234,3,024, 01234,3,041, true",
        "01234,3,024, 01345,3,041, true",
        "01234,3,024, 56789,3,024567, true",
        "123,1,1,     123,2,12,   true",
        "123,2,12,    123,1,12,   true",
        "1,1,1,       2,1,234,    false",
        "1,1,1,       2,1,134,    false",
        "01234,3,024, 01345,3,024, false",
        "01234,3,024, 01345,3,045, false",
        "123,1,1,     123,2,2,    false",
        "123,2,12,    123,1,1,    false",
    })
    void newRootNeedsTheOldAndItsOwnThreshold(
            String oldKeys,
            int oldThreshold,
            String oldSigners,
            String newKeys,
            int newThreshold,
            String newSigners,
            boolean taken)
            throws Exception {
        repository.keys("root", oldThreshold, keys(oldKeys)).signedBy("root", keys(oldSigners));
        repository.version("root", 1).sign("root");
        store.write("root", repository.root());
        repository.keys("root", newThreshold, keys(newKeys)).signedBy("root", keys(newSigners));
        repository.publish("root");

        if (taken) {
            refreshed();
        } else {
            refused(NotEnoughSignaturesException.class);
        }

        assertEquals(taken ? 2L : 1L, store.versions().get("root"));
    }

    @ParameterizedTest
    @CsvSource({
        "2,1,2, true", "1,1,314, true", "01234,3,024, true", "01234,3,234, true",
        "2,1,134, false", "01345,3,024, false", "01345,3,04, false", "01,3,01, false",
    })
    void otherRolesNeedTheThresholdThatTheRootSays(String listed, int threshold, String signers, boolean taken)
            throws Exception {
        for (String role : new String[] {"timestamp", "snapshot", "targets"}) {
            repository
                    .keys(role, threshold, keys(listed))
                    .signedBy(role, keys(signers))
                    .publish();
            if (taken) {
                refreshed();
            } else {
                assertEquals(role, refused(NotEnoughSignaturesException.class).what());
                return;
            }
        }
    }

    @Test
    void oneKeyUnderManyIdsCountsOnce() {
        SimulatedKey key = SimulatedKey.ed25519();
        SimulatedKey[] twins =
                IntStream.range(0, 9).mapToObj(i -> key.withId("id " + i)).toArray(SimulatedKey[]::new);
        repository.keys("snapshot", 2, twins).publish();

        assertEquals(1, refused(NotEnoughSignaturesException.class).found());
    }

    @Test
    void oneKeyAsPemAndAsPointCountsOnce() {
        repository.keys("targets", 2, SimulatedKey.ecdsaPemAndHex()).publish();

        assertEquals(1, refused(NotEnoughSignaturesException.class).found());
    }

    @Test
    void keyIdListedTwiceIsRefused() {
        SimulatedKey key = SimulatedKey.ed25519();
        repository.list("snapshot", 2, key, key).signedBy("snapshot", key).publish();

        refused(MalformedMetadataException.class);
    }

    @Test
    void twoSignaturesUnderOneKeyIdAreRefused() {
        repository.statesHashes(false).publish();
        repository.tamper("2.snapshot.json", swapped(signatures -> signatures.add(signatures.get(0))));

        refused(MalformedMetadataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcd123", "zz", "00", "\u00e9"})
    void signatureThatIsNoneDoesNoHarmBesideAGoodOne(String nonsense) throws Exception {
        SimulatedKey other = SimulatedKey.ecdsa();
        repository
                .keys("timestamp", 1, other, repository.signers("timestamp")[0])
                .publish();
        repository.tamper(
                "timestamp.json", swapped(signatures -> signature(signatures, 0).addProperty("sig", nonsense)));

        refreshed();

        assertEquals(2L, store.versions().get("timestamp"));
    }

    @Test
    void keysOfUnknownKindsAndSignaturesByThemDoNoHarmAndDoNotCount() throws Exception {
        SimulatedKey known = repository.signers("timestamp")[0];
        SimulatedKey[] strange = {
            SimulatedKey.ed25519().named("sphincs", "sphincs-shake-128s"),
            SimulatedKey.rsa().named("rsa", "rsa-pkcs1v15-sha256"),
            SimulatedKey.ecdsa().named("ecdsa", "ecdsa-sha2-nistp384"),
            SimulatedKey.ed25519().named("ed25519", "ed25519ph"),
            known
        };
        repository.keys("timestamp", 1, strange).publish();
        refreshed();
        repository.list("timestamp", 2, strange).publish();

        assertEquals(1, refused(NotEnoughSignaturesException.class).found());
    }

    @Test
    void keyIdsNeedNotBeHashes() throws Exception {
        repository
                .keys("snapshot", 1, SimulatedKey.ecdsa().withId("the \"online\" key / \u00fc"))
                .publish();

        refreshed();

        assertEquals(2L, store.versions().get("snapshot"));
    }

    @Test
    void listedKeyIdWithoutKeyDoesNotCount() {
        repository.list("snapshot", 2, repository.signers("snapshot")[0], SimulatedKey.ed25519());
        repository.edit("root", root -> {
            JsonArray ids =
                    root.getAsJsonObject("roles").getAsJsonObject("snapshot").getAsJsonArray("keyids");
            root.getAsJsonObject("keys").remove(ids.get(1).getAsString());
        });
        repository.publish();

        assertEquals(0, refused(NotEnoughSignaturesException.class).found()); // hopeless: none is checked
    }

    @Test
    void keysOfOneRoleDoNotSpeakForAnother() {
        SimulatedKey[] stolen = repository.signers("timestamp");
        repository.signedBy("targets", stolen).publish();

        refused(NotEnoughSignaturesException.class);
    }

    @Test
    void metadataOfAnotherTypeIsRefusedThoughSignedByTheRightKeys() throws Exception {
        repository.keys("snapshot", 1, repository.signers("timestamp"));
        JsonElement meta = StrictJson.parse(bytes("{\"snapshot.json\":{\"version\":1}}"));
        repository.edit("snapshot", part -> part.add("meta", meta));
        repository.publish("root", "snapshot").serve("timestamp.json", repository.file("snapshot.json"));

        WrongTypeException refusal = refused(WrongTypeException.class);

        assertEquals("timestamp", refusal.expected());
        assertEquals("snapshot", refusal.found());
        assertEquals(Map.of("root", 2L), store.versions());
    }

    @Test
    void trustingBeginsOnlyWithARootThatSignsItself() throws Exception {
        repository.expires("root", days(-1)).publish("root");
        byte[] expired = repository.file("2.root.json");
        byte[] unsigned = repository.signedBy("root").publish("root").file("3.root.json");

        ReleaseClient.trust(store, expired);

        assertEquals(2L, store.versions().get("root"));
        assertThrows(NotEnoughSignaturesException.class, () -> ReleaseClient.trust(store, unsigned));
        assertThrows(MalformedMetadataException.class, () -> ReleaseClient.trust(store, bytes("root")));
        assertEquals(2L, store.versions().get("root"));
    }

    private static JsonObject signature(JsonArray signatures, int index) {
        return signatures.get(index).getAsJsonObject();
    }

    /** Changes the list of signatures and nothing else. */
    private static java.util.function.UnaryOperator<String> swapped(Consumer<JsonArray> change) {
        return text -> {
            JsonObject file = JsonParser.parseString(text).getAsJsonObject();
            change.accept(file.getAsJsonArray("signatures"));
            return file.toString();
        };
    }

    @Test
    void theKeysOfThisTestDiffer() {
        assertEquals(10, Arrays.stream(KEYS).map(SimulatedKey::id).distinct().count());
    }
}
