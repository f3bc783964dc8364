package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not exactly in the form of a feature document is refused. */
class MalformedDocumentTest {
    private static final String JSON = new String(Documents.full().toJson(), StandardCharsets.UTF_8);

    private static MalformedFeatureException refused(String json) {
        return assertThrows(
                MalformedFeatureException.class, () -> FeatureDocument.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static MalformedFeatureException refusedWith(String old, String changed) {
        assertTrue(JSON.contains(old), old);
        return refused(JSON.replace(old, changed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"complete\": true, | ",
                "\"vendor\" | \"vendors\"",
                "\"complete\": true | \"complete\": true, \"variables\": {}",
                "\"start-order\": 10 | \"start-order\": 10, \"hash\": \"1\"",
                "\"kind\": \"mandatory\" | \"kind\": \"mandatory\", \"text\": []",
                "\"counter\": 12, | \"counter\": 12, \"urgent\": true,",
                "\"counter\": 12, | \"counter\": 12, \"platform\": {},",
                "\"counter\": 12, | \"counter\": 12, \"platform\": {\"version\": \"1.0.0\", \"java\": \"17\"},",
                "\"en\": | \"fr\": \"Oui.\", \"en\":",
                "\"extensions\": { | \"extensions\": { \"another\": {\"kind\": \"optional\"},",
            })
    void anUnknownOrMissingKeyIsRefused(String old, String changed) {
        refusedWith(old, changed == null ? "" : changed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"complete\": true | \"complete\": true, \"complete\": true",
                "\"counter\": 12, | \"counter\": 12, \"counter\": 99,",
                "\"privileges\": [ | \"privileges\": [], \"privileges\": [",
                "\"sha256\": | \"sha256\": \"cc\", \"sha256\":",
                "\"quiet\": true | \"quiet\": true, \"quiet\": false",
                "\"id\": \"com.example:remote | \"id\": \"a:b:1.0.0\", \"id\": \"com.example:remote",
            })
    void aRepeatedKeyIsRefused(String old, String changed) {
        assertTrue(refusedWith(old, changed).getMessage().contains("twice"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"1.0\" | \"1.1\"",
                "\"1.0\" | 1",
                "\"complete\": true | \"complete\": false",
                "\"complete\": true | \"complete\": \"true\"",
                "\"mandatory\" | \"optional\"",
                "\"json\", | \"text\",",
                "com.example:remote-support:12.0.0 | com.example:remote-support:12.0",
                "com.example:remote-support:12.0.0 | com.example:remote-support:zip:12.0.0",
                "com.example:remote-support:12.0.0 | com.example:Remote:12.0.0",
                "com.example:remote-support:12.0.0 | com.example:../x:12.0.0",
                "com.example:remote-support:12.0.0 | com.example:remote-2:12.0.0",
                "\"length\": 100 | \"length\": 0",
                "\"length\": 100 | \"length\": -1",
                "\"length\": 100 | \"length\": 268435457",
                "\"length\": 100 | \"length\": 1e2",
                "\"length\": 100 | \"length\": 100.0",
                "\"length\": 100 | \"length\": \"100\"",
                "\"start-order\": 10 | \"start-order\": 1001",
                "\"start-order\": 10 | \"start-order\": -1",
                "\"start-order\": 10 | \"start-order\": 4294967306",
                "\"counter\": 12 | \"counter\": 0",
                "\"counter\": 12 | \"counter\": 6",
                "\"counter\": 12 | \"counter\": 9007199254740992",
                "\"counter\": 12 | \"counter\": 99999999999999999999",
                "\"floor\": 7 | \"floor\": 13",
                "\"floor\": 7 | \"floor\": -1",
                "\"ring\": 25 | \"ring\": 101",
                "\"ring\": 25 | \"ring\": -1",
                "\"ring\": 25 | \"ring\": null",
                "\"ring\": 25 | \"ring\": 25, \"platform\": \"0.2.0\"",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": 2}",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": \"0.2\"}",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": \"00.2.0\"}",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": \" 0.2.0\"}",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": \"0.2.0.1\"}",
                "\"ring\": 25 | \"ring\": 25, \"platform\": {\"version\": \"0.2.0-rc1\"}",
                "\"view-screen\" | \"all\"",
                "\"view-screen\" | \"VIEW_SCREEN\"",
                "\"view-screen\" | \"control-input\"",
                "\"NAVIOS\" | \"Navios\"",
                "\"NAVIOS\" | \"NAVIOS_EX\"",
                "\"NAVIOS\" | \"*\"",
                "\"en\": \"It helps.\" | \"en\": \"\"",
                "\"en\": \"It helps.\" | \"en\": \"It \\u202Epleh\"",
                "\"en\": \"It helps.\" | \"en\": \"It \\u0007 rings\"",
                "\"en\": \"It helps.\" | \"en\": \"It \\u200B hides\"",
                "\"A feature\" | \"A \\n feature\\u0000\"",
                "\"minutes:Integer\" | \"minutes:java.lang.Integer\"",
                "\"minutes:Integer\" | \"quiet:Boolean\"",
                "\"minutes:Integer\": 15 | \"minutes:Integer\": {\"a\": 1}",
                "\"minutes:Integer\": 15 | \"minutes:Integer\": [[1]]",
                "\"minutes:Integer\": 15 | \"minutes:Integer\": null",
                "\"com.example.engine~one\" | \"com example\"",
                "\"com.example.bridge\", | \"com.example.engine\",",
                "com.example:com.example.bridge:1.0.0 | com.example.bridge",
            })
    void aValueOutOfRangeIsRefused(String old, String changed) {
        refusedWith(old, changed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{", "\"text\"", "{\"id\": 1}"})
    void whatIsNoDocumentIsRefused(String json) {
        refused(json);
    }

    @Test
    void commentsTrailingBytesAndByteOrderMarksAreRefused() {
        refused("// a comment\n" + JSON);
        refused(JSON + "x");
        refused(JSON + JSON);
        refused("\uFEFF" + JSON);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JSON.substring(0, 40).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xff);
        bytes.writeBytes(JSON.substring(40).getBytes(StandardCharsets.UTF_8));

        assertThrows(MalformedFeatureException.class, () -> FeatureDocument.read(bytes.toByteArray()));
    }

    @Test
    void aDigestInUpperCaseIsRefused() {
        refusedWith("a".repeat(64), "A".repeat(64));
    }

    @Test
    void theSameBytesTwiceAreRefused() {
        refusedWith("b".repeat(64), "a".repeat(64));
    }

    @Test
    void anInvisibleCharacterAboveTheBasicPlaneIsRefused() {
        refusedWith("It helps.", "It \udb40\udc41helps.");
    }

    @Test
    void aHugeDocumentIsRefusedUnread() {
        String huge = JSON + " ".repeat(FeatureDocument.MAX_BYTES);

        assertTrue(refused(huge).getMessage().contains("at most"));
    }

    @Test
    void aDocumentOfTooManyModulesIsRefused() {
        String module = "{\"id\": \"g:a:1\", \"symbolic-name\": \"m%d\", \"sha256\": \"%064x\", \"length\": 1,"
                + " \"start-order\": 1},";
        StringBuilder modules = new StringBuilder();
        IntStream.rangeClosed(1, FeatureDocument.MAX_MODULES - 1).forEach(i -> modules.append(module.formatted(i, i)));

        refusedWith("\"bundles\": [", "\"bundles\": [" + modules);
    }

    @Test
    void aDeepDocumentIsRefused() {
        refusedWith("\"minutes:Integer\": 15", "\"minutes:Integer\": " + "[".repeat(20_000) + "]".repeat(20_000));
    }

    @Test
    void anErrorSaysThePlaceAndRepeatsNothingOfTheDocument() {
        MalformedFeatureException refused = refusedWith("\"ring\": 25", "\"ring\": 777");

        assertEquals("extensions.org.benchconnect.release.json", refused.place);
        assertFalse(refused.getMessage().contains("777"), refused.getMessage());
    }
}
