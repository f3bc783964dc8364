package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Test;

class FeatureDocumentTest {
    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        FeatureDocument document = Documents.full();

        assertEquals(document, FeatureDocument.read(document.toJson()));
    }

    @Test
    void thePlatformThatItNeedsIsReadAgain() throws Exception {
        ReleaseTerms terms = new ReleaseTerms(
                1, 0, 100, Set.of(), Set.of(), Map.of(Language.EN, "It works."), SoftwareVersion.parse("0.2.0"));
        FeatureDocument document = Documents.of("f", terms, Documents.module("m.a", "a"));

        FeatureDocument read = FeatureDocument.read(document.toJson());

        assertEquals(document, read);
        assertEquals("0.2.0", read.terms().platform().orElseThrow().toString());
        assertArrayEquals(document.toJson(), read.toJson());
    }

    @Test
    void theSameContentHasTheSameBytes() throws Exception {
        byte[] once = Documents.full().toJson();

        assertArrayEquals(once, FeatureDocument.read(once).toJson());
    }

    @Test
    void theFormIsTheOneOfOsgisFeatureSpecification() {
        String json = new String(Documents.full().toJson(), StandardCharsets.UTF_8);

        for (String part : List.of(
                "\"feature-resource-version\": \"1.0\"",
                "\"id\": \"com.example:remote-support:12.0.0\"",
                "\"complete\": true",
                "\"bundles\": [",
                "\"start-order\": 10",
                "\"configurations\": {",
                "\"minutes:Integer\": 15",
                "\"com.example.engine~one\"",
                "\"extensions\": {",
                "\"kind\": \"mandatory\"",
                "\"type\": \"json\"")) {
            assertTrue(json.contains(part), part);
        }
    }

    @Test
    void modulesStartInTheirOrder() {
        FeatureModule late = new FeatureModule("g:a:1", "late", "a".repeat(64), 1, 40);
        FeatureModule early = new FeatureModule("g:b:1", "early", "b".repeat(64), 1, 10);
        FeatureModule alsoLate = new FeatureModule("g:c:1", "also.late", "c".repeat(64), 1, 40);

        assertEquals(
                List.of(early, late, alsoLate),
                Documents.of("f", 1, late, early, alsoLate).inStartOrder());
    }

    @Test
    void aDocumentWithoutModulesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Documents.of("f", 1));
    }

    @Test
    void whatItSaysInShortIsAllThatPeopleNeed() {
        assertEquals("remote-support", Documents.full().summary().name());
        assertEquals(12, Documents.full().summary().counter());
        assertEquals(2, Documents.full().summary().modules());
    }

    @Test
    void aWrittenDocumentIsNeverLongerThanOneThatIsRead() {
        Map<String, Object> long1 = new HashMap<>();
        IntStream.range(0, 100).forEach(i -> long1.put("key" + i, "x".repeat(4000)));
        Map<String, Map<String, Object>> configurations = new HashMap<>();
        IntStream.range(0, 3).forEach(i -> configurations.put("pid" + i, long1));
        FeatureDocument document = Documents.with(Documents.full(), configurations);

        assertThrows(IllegalStateException.class, document::toJson);
    }
}
