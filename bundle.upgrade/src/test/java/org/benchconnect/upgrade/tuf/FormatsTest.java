package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What metadata may look like, and what not. */
class FormatsTest extends TufTest {
    @Nested
    class StrictJsonTakes {
        @Test
        void eachKindOfValue() throws Exception {
            String json = " {\"a\" : [1, -2, 0, 9223372036854775807, true, false, null, {}, []],"
                    + "\"\\u00fc\\n\\/\" : \"\\ud83d\\ude00 \u00fc\" } \r\n\t";

            assertEquals(
                    "{\"a\":[1,-2,0,9223372036854775807,true,false,null,{},[]],\"\u00fc\\n/\":\"\ud83d\ude00 \u00fc\"}",
                    StrictJson.parse(bytes(json)).toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[",
                    "[1,",
                    "[1,]",
                    "{\"a\":1,}",
                    "{,}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\" 1}",
                    "{\"a\":}",
                    "{\"a\":1,\"a\":1}",
                    "{\"a\":1,\"\\u0061\":2}",
                    "{} {}",
                    "{}x",
                    "[1 2]",
                    "nul",
                    "True",
                    "NaN",
                    "Infinity",
                    "-",
                    "-0",
                    "01",
                    "+1",
                    "1.0",
                    "1e3",
                    "1E3",
                    ".5",
                    "0x10",
                    "9223372036854775808",
                    "\"",
                    "\"a",
                    "\"\\",
                    "\"\\x\"",
                    "\"\\u12\"",
                    "\"\\u12g4\"",
                    "\"\\ud83d\"",
                    "\"\\ude00\"",
                    "\"\\ude00\\ud83d\"",
                    "\"\u0001\"",
                    "\"a\nb\"",
                    "/**/1",
                    "//a\n1",
                    "\ufeff{}",
                    "\u00a0{}",
                    "]"
                })
        void nothingElse(String json) {
            StrictJsonException refusal = assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes(json)));

            assertEquals(true, refusal.getMessage().endsWith("at character " + refusal.position()));
        }

        @Test
        void noInvalidUtf8AndNoOtherEncoding() {
            byte[][] wrong = {
                {'"', (byte) 0xff, '"'},
                {'"', (byte) 0xc0, (byte) 0xaf, '"'},
                {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
                {'{', 0, '}', 0}
            };
            for (byte[] bytes : wrong) {
                assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes));
            }
        }

        @Test
        void atMostThirtyTwoLevels() throws Exception {
            StrictJson.parse(bytes("[".repeat(33) + "]".repeat(33)));

            assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes("[".repeat(34) + "]".repeat(34))));
            assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes("[".repeat(1_000_000))));
        }

        @Test
        void anObjectWhereOneIsExpected() {
            assertThrows(StrictJsonException.class, () -> StrictJson.parseObject(bytes("[]")));
        }
    }

    @Nested
    class CanonicalJsonWrites {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"b\" : 1, \"a\" : [ ] , \"A\" : { } } | {\"A\":{},\"a\":[],\"b\":1}",
                    "[ true , false , null , -7 ]            | [true,false,null,-7]",
                    "\"\\u0022 \\\\ \\/ \\u00fc\"            | \"\\\" \\\\ / \u00fc\"",
                    "{\"aa\":1,\"a\":2,\"\":3}               | {\"\":3,\"a\":2,\"aa\":1}",
                })
        void theOlpcForm(String json, String canonical) throws Exception {
            assertEquals(canonical, canonical(json));
        }

        @Test
        void controlCharactersAsTheyAre() throws Exception {
            assertEquals("\"\n\u0000\u007f\"", canonical("\"\\n\\u0000\\u007f\""));
        }

        @Test
        void keysInTheOrderOfCodePointsNotOfUtf16() throws Exception {
            assertEquals("{\"\uffee\":1,\"\ud83d\ude00\":2}", canonical("{\"\ud83d\ude00\":2,\"\uffee\":1}"));
        }

        @Test
        void noFractions() {
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.encode(new JsonPrimitive(1.5)));
        }

        private static String canonical(String json) throws StrictJsonException {
            byte[] canonical = CanonicalJson.encode(StrictJson.parse(bytes(json)));
            return new String(canonical, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Nested
    class Expiry {
        @ParameterizedTest
        @CsvSource({
            "2030-01-31T12:00:00Z, 2030-01-31T12:00:00Z",
            "2021-12-18T13:28:12.99008-06:00, 2021-12-18T19:28:12.990080Z",
            "2021-12-18T13:28:12+05:30, 2021-12-18T07:58:12Z",
            "2021-12-18T13:28:12.123456789Z, 2021-12-18T13:28:12.123456789Z",
        })
        void oneInstantOfRfc3339IsTaken(String text, String instant) throws Exception {
            assertEquals(Instant.parse(instant), read(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2030-01-31",
                    "2030-01-31T12:00:00",
                    "2030-01-31 12:00:00Z",
                    "2030-01-31T12:00Z",
                    "2030-02-30T12:00:00Z",
                    "2030-01-31T24:00:00Z",
                    "2030-01-31T23:59:60Z",
                    "2030-13-01T12:00:00Z",
                    "2030-01-31T12:00:00z",
                    "2030-01-31t12:00:00Z",
                    "2030-01-31T12:00:00+0100",
                    "+2030-01-31T12:00:00Z",
                    "12030-01-31T12:00:00Z",
                    "2030-01-31T12:00:00.Z",
                    "2030-01-31T12:00:00,5Z",
                    "2030-01-31T12:00:00+19:00",
                    "2030-01-31T12:00:00Z ",
                    "never",
                    "1893456000",
                    "\u0662\u0660\u0663\u0660-01-31T12:00:00Z"
                })
        void anythingElseIsRefused(String text) {
            assertThrows(MalformedMetadataException.class, () -> read(text));
        }

        private static Instant read(String text) throws MalformedMetadataException {
            JsonObject signed = new JsonObject();
            signed.addProperty("expires", text);
            return ExpiryTime.read(new Fields("root", "", signed), "expires");
        }
    }

    @Nested
    class Patterns {
        @ParameterizedTest
        @CsvSource({
            "*, a, true",
            "*, a/b, false",
            "*/*, a/b, true",
            "a*c, abbc, true",
            "a*c, ac, true",
            "a*c, ab, false",
            "a?c, abc, true",
            "a?c, a/c, false",
            "a?c, ac, false",
            "*.tgz, targets.tgz, true",
            "*.tgz, t/a.tgz, false",
            "foo-version-?.tgz, foo-version-a.tgz, true",
            "foo-version-?.tgz, foo-version-10.tgz, false",
            "[a-c]x, bx, true",
            "[a-c]x, dx, false",
            "[!a-c]x, dx, true",
            "[!a-c]x, ax, false",
            "[]]x, ]x, true",
            "[x, [x, true",
            "[a-]x, -x, true",
            "A, a, false",
            "a, a, true",
            "**, abc, true",
            "*a*b*c*, xaxbxcx, true",
            "*a*b*c*, xaxcxbx, false",
            "a/*/c, a/b/c, true",
            "a/*/c, a/b/d/c, false",
        })
        void matchAsAShellDoesButNeverASlash(String pattern, String path, boolean matches) {
            assertEquals(matches, new PathPattern(pattern).matches(path));
        }

        @Test
        void takeNoLongTimeWhateverTheyAre() {
            String stars = "*a".repeat(500) + "b";

            assertEquals(false, new PathPattern(stars).matches("a".repeat(2000)));
        }
    }

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
