package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.NAME;
import static org.benchconnect.upgrade.feature.Sample.asking;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents outside the form, or of something else. */
class TamperedDocumentTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    private void bytes(byte[] bytes, RefusedFor reason) {
        lab.releaseAs("targets", DOCUMENT, bytes, Lab.signature(bytes), BRIDGE, ENGINE);

        lab.refused(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"counter\": 3, | \"counter\": 3, \"counter\": 9,",
                "\"complete\": true | \"complete\": true, \"onInstall\": \"sh\"",
                "\"length\": | \"length\": -",
                "\"1.0\" | \"2.0\"",
            })
    void aSignedDocumentOutsideTheFormIsRefused(String old, String changed) {
        String json = new String(DOCUMENT.toJson(), StandardCharsets.UTF_8).replace(old, changed);

        bytes(json.getBytes(StandardCharsets.UTF_8), RefusedFor.DOCUMENT);
    }

    @Test
    void theDocumentOfAnotherFeatureUnderThisNameIsRefused() {
        bytes(Documents.of("another", 3, BRIDGE_MODULE).toJson(), RefusedFor.DOCUMENT);
    }

    @Test
    void theDocumentOfAnotherVersionUnderThisNameIsRefused() {
        bytes(asking(9, BRIDGE_MODULE).toJson(), RefusedFor.DOCUMENT);
    }

    @Test
    void aHugeDocumentIsRefusedUnread() {
        byte[] huge = new byte[FeatureDocument.MAX_BYTES + 1];
        java.util.Arrays.fill(huge, (byte) ' ');

        bytes(huge, RefusedFor.TOO_LARGE);
    }

    @Test
    void twoReleasesWithTheSameCounterAreRefused() {
        FeatureDocument twin = new FeatureDocument(
                new FeatureId("com.example", NAME, "3.0.1"),
                DOCUMENT.title(),
                DOCUMENT.description(),
                DOCUMENT.vendor(),
                DOCUMENT.license(),
                DOCUMENT.modules(),
                Map.of(),
                DOCUMENT.terms());
        lab.release(DOCUMENT, BRIDGE, ENGINE).release(twin);

        lab.refused(RefusedFor.MISMATCH);
    }

    @Test
    void aBrokenDocumentIsNotPassedOverForAnOlderOne() {
        byte[] broken = "{}".getBytes(StandardCharsets.UTF_8);
        lab.release(asking(2, BRIDGE_MODULE), BRIDGE);

        bytes(broken, RefusedFor.DOCUMENT);
    }

    @Test
    void moreDocumentsThanAreEverReadAreRefused() {
        for (int i = 1; i <= Offers.MAX + 1; i++) {
            FeatureDocument one = asking(i, BRIDGE_MODULE);
            lab.repository.target("targets", FeatureLayout.document(one.id()), one.toJson());
        }

        lab.refused(RefusedFor.TOO_LARGE);
    }
}
