package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.ENGINE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.feature.Tolerated;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.upgrade.repository.OfflineWindow;
import org.benchconnect.upgrade.repository.OfflineWindowFile;
import org.benchconnect.upgrade.repository.OfflineWindowUses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan or a refusal tells beyond yes and no, so that a person decides about the right thing. */
class WhatAPersonShouldKnowTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    @Nested
    class PastItsDate {
        private final Instant expired = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

        private FeaturePlan later() throws Exception {
            lab.repository.expires("timestamp", expired);
            lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
            lab.clock = lab.now.plus(Duration.ofDays(5));
            new OfflineWindowFile(lab.installation).open(OfflineWindow.open("A. Person", 7, 30, lab.clock));
            return lab.plan(lab.folder());
        }

        @Test
        void thePlanSaysWhatTheOfflineWindowLetIn() throws Exception {
            FeaturePlan plan = later();

            assertEquals(List.of(new Tolerated("timestamp", expired)), plan.tolerated());
        }

        @Test
        void theUseIsKeptForStatus() throws Exception {
            later();

            assertEquals(
                    Optional.of(lab.clock.truncatedTo(ChronoUnit.SECONDS)), new OfflineWindowUses(lab.home).newest());
        }

        @Test
        void aReleaseOfTodayUsesNoWindow() throws Exception {
            new OfflineWindowFile(lab.installation).open(OfflineWindow.open("A. Person", 7, 30, lab.clock));

            FeaturePlan plan = lab.release(DOCUMENT, BRIDGE, ENGINE).plan();

            assertEquals(List.of(), plan.tolerated());
            assertEquals(Optional.empty(), new OfflineWindowUses(lab.home).newest());
        }
    }

    @Nested
    class Whose {
        @Test
        void thePlanNamesTheAuthorAndNoPluginVendorForTheVendorsOwn() throws Exception {
            FeaturePlan plan = lab.release(DOCUMENT, BRIDGE, ENGINE).plan();

            assertEquals(Optional.empty(), plan.pluginVendor());
            assertEquals(
                    new Author(DOCUMENT.title(), DOCUMENT.description(), DOCUMENT.vendor()),
                    plan.feature().author());
        }

        @Test
        void aDelegatedVendorIsNamed() throws Exception {
            byte[] adapter = Jars.bundle("com.other.adapter", "1.0.0").bytes();
            lab.repository.delegateTerminating("targets", "other", "features/*", "modules/*");
            lab.release("other", Documents.of(NAME, 1, Documents.module("com.other.adapter", adapter)), adapter);

            assertEquals(Optional.of("other"), lab.plan().pluginVendor());
        }
    }

    @Nested
    class TheReason {
        @Test
        void ofOneByteTooManyIsTheModule() {
            lab.release(DOCUMENT, BRIDGE, ENGINE);
            lab.replace(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE, Arrays.copyOf(ENGINE, ENGINE.length + 1));

            lab.refused(RefusedFor.MODULE);
        }

        @Test
        void ofOneByteTooManyInTheSignatureIsAMismatch() {
            byte[] signature = Lab.signature(DOCUMENT.toJson());
            lab.releaseAs("targets", DOCUMENT, DOCUMENT.toJson(), signature, BRIDGE, ENGINE);
            lab.replace(
                    FeatureLayout.signature(DOCUMENT.id()), signature, Arrays.copyOf(signature, signature.length + 1));

            lab.refused(RefusedFor.MISMATCH);
        }

        @Test
        void ofASignatureThatIsYetToComeIsTheClock() {
            lab.clock = lab.now.minus(Duration.ofDays(2));
            lab.release(DOCUMENT, BRIDGE, ENGINE);

            FeatureRefusedException refused = lab.refused(RefusedFor.CLOCK);

            assertFalse(refused.getMessage().contains("not after " + lab.clock), "no fractions of seconds");
            assertTrue(
                    refused.getMessage().contains("not after " + lab.clock.truncatedTo(ChronoUnit.SECONDS)),
                    refused.getMessage());
        }

        @Test
        void ofSeveralFeaturesNamesThem() throws Exception {
            lab.release(DOCUMENT, BRIDGE, ENGINE)
                    .release(Documents.of("another", 1, BRIDGE_MODULE))
                    .repository
                    .publish();
            String source = lab.folder();

            FeatureRefusedException refused =
                    assertThrows(FeatureRefusedException.class, () -> new FeatureInstaller(lab.pc())
                            .plan(source, Optional.empty(), Language.EN));

            assertEquals(List.of("another", NAME), refused.choices());
        }
    }

    @Nested
    class TheVendor {
        private String status() {
            return new VendorReport(lab.installation).status().subject().toString();
        }

        private TrustedVendor vendor() {
            return new FeatureInstaller(lab.pc()).vendor();
        }

        @Test
        void isNamed() {
            assertEquals(new TrustedVendor(TrustedVendor.State.TRUSTED, TestSigner.ORGANISATION), vendor());
            assertEquals("VENDOR_TRUSTED", status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "[]", "", "{\"signed\": {\"version\": 1}, \"signatures\": []}"})
        void whoseRootIsNoneIsNoVendor(String root) {
            Lab.write(lab.installation.resolve("vendor/root.json"), root.getBytes(StandardCharsets.UTF_8));
            lab.release(DOCUMENT, BRIDGE, ENGINE);

            lab.refused(RefusedFor.NO_VENDOR);

            assertEquals(TrustedVendor.State.UNUSABLE, vendor().state());
            assertEquals("VENDOR_UNUSABLE", status());
        }

        @Test
        void mayBeMissing() throws Exception {
            Files.move(lab.installation.resolve("vendor"), lab.installation.resolve("elsewhere"));

            assertEquals(TrustedVendor.State.MISSING, vendor().state());
            assertEquals("VENDOR_MISSING", status());
        }

        @ParameterizedTest
        @EnumSource
        void hasATextForEachState(Language language) throws Exception {
            Texts texts = Texts.read(
                    language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));

            for (VendorReport.Subject subject : VendorReport.Subject.values()) {
                assertTrue(texts.byKey().containsKey("status." + subject), subject::name);
            }
        }
    }
}
