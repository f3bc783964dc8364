package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What metadata may look like, and what not. */
class FormatsTest extends TufTest {

    @Nested
    class Metadata {
        private void refusedAfter(String role, Consumer<JsonObject> change) {
            repository.edit(role, change).publish();

            MalformedMetadataException refusal = refused(MalformedMetadataException.class);

            assertEquals(role, refusal.what());
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE, 9007199254740992L, Long.MAX_VALUE})
        void withAVersionThatIsNegativeOrHugeIsRefused(long version) {
            repository.version("timestamp", version).sign("timestamp");

            refused(MalformedMetadataException.class);
        }

        @Test
        void withTheGreatestVersionIsTaken() throws Exception {
            repository.version("timestamp", 9007199254740991L).sign("timestamp");

            refreshed();

            assertEquals(9007199254740991L, store.versions().get("timestamp"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "2.0", "0.9", "1.0.0.0", "1.", "1.x", "10.0", ""})
        void ofAnotherMajorSpecificationIsRefused(String specification) {
            repository
                    .edit("timestamp", part -> part.addProperty("spec_version", specification))
                    .publish();

            refused(UnsupportedSpecificationException.class);
        }

        @Test
        void ofAnOlderMinorSpecificationIsTaken() throws Exception {
            repository
                    .edit("timestamp", part -> part.addProperty("spec_version", "1.0"))
                    .publish();

            refreshed();
        }

        @ParameterizedTest
        @ValueSource(strings = {"_type", "spec_version", "version", "expires", "keys", "roles"})
        void withoutARequiredFieldIsRefused(String field) {
            byte[] signed = repository.file("root.json");
            store.write(
                    "root",
                    bytes(new String(signed, java.nio.charset.StandardCharsets.UTF_8)
                            .replace("\"" + field + "\"", "\"x" + field + "\"")));

            refused(MalformedMetadataException.class);
        }

        @Test
        void withAKeyTwiceIsRefused() {
            repository.tamper("timestamp.json", text -> text.replace("\"version\":1,", "\"version\":1,\"version\":1,"));
            repository.tamper("timestamp.json", text -> text.replace("{\"_type\"", "{\"version\":99,\"_type\""));

            refused(MalformedMetadataException.class);
        }

        @Test
        void thatIsNoJsonAtAllIsRefused() {
            repository.serve("timestamp.json", new byte[] {(byte) 0x89, 'P', 'N', 'G'});

            refused(MalformedMetadataException.class);
        }

        @Test
        void withThresholdZeroIsRefused() {
            repository.list("timestamp", 0, repository.signers("timestamp"));
            repository.publish();

            refused(MalformedMetadataException.class);
        }

        @Test
        void withoutTheSnapshotInTheTimestampIsRefused() {
            repository.publish("snapshot").edit("timestamp", part -> part.add("meta", new JsonObject()));
            repository.publish("timestamp");

            refused(MalformedMetadataException.class);
        }

        @Test
        void withAHashThatIsNoneIsRefused() {
            for (String hash :
                    new String[] {"", "abc", "G".repeat(64), "A".repeat(64), "a".repeat(63), "../../" + "a".repeat(58)
                    }) {
                repository.target("targets", "a", bytes("a")).edit("targets", part -> part.getAsJsonObject("targets")
                        .getAsJsonObject("a")
                        .getAsJsonObject("hashes")
                        .addProperty("sha256", hash));
                repository.publish();

                refused(MalformedMetadataException.class);
            }
        }

        @Test
        void withHashesOfUnknownAlgorithmsOnlyIsRefused() {
            refusedAfter("targets", part -> {
                JsonObject hashes = new JsonObject();
                hashes.addProperty("md5", "0".repeat(32));
                JsonObject file = new JsonObject();
                file.addProperty("length", 1);
                file.add("hashes", hashes);
                part.getAsJsonObject("targets").add("a", file);
            });
        }

        @Test
        void withANegativeLengthIsRefused() {
            repository.target("targets", "a", bytes("a"));

            refusedAfter(
                    "targets",
                    part -> part.getAsJsonObject("targets").getAsJsonObject("a").addProperty("length", -1));
        }

        @Test
        void thatNamesStrangeThingsIsRefusedWithAReadableMessage() {
            repository
                    .edit("timestamp", part -> part.addProperty("_type", "\u0007" + "x".repeat(10_000)))
                    .publish();

            String message = refused(WrongTypeException.class).getMessage();

            assertEquals(-1, message.indexOf('\u0007'));
        }
    }

    @Test
    void limitsArePositive() {
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 1, 1, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Limits(1, 0, 1, 1, 1, 1));
        assertArrayEquals(
                new int[] {256, 32},
                new int[] {Limits.standard().rootRotations(), Limits.standard().delegations()});
    }

    @Test
    void stepsOutOfOrderAreMistakesOfTheCaller() throws Exception {
        TrustedReleases trusted = TrustedReleases.load(repository.root(), NOW);

        assertThrows(IllegalStateException.class, () -> trusted.updateSnapshot(repository.file("snapshot.json")));
        assertThrows(IllegalStateException.class, () -> trusted.updateTargets(repository.file("targets.json")));
        trusted.updateTimestamp(repository.file("timestamp.json"));
        assertThrows(IllegalStateException.class, () -> trusted.updateRoot(repository.root()));
        assertThrows(IllegalStateException.class, () -> trusted.updateTimestamp(repository.file("timestamp.json")));
    }
}
