package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.upgrade.plan.UpgradePlanner.Look;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is a fix, and what needs another platform. */
class UpgradeTermsTest extends UpgradeLooks {
    @Nested
    class Fixes {
        @Test
        void onlyTheLastPartOfTheVersionRises() throws Exception {
            lab.release(BASE_2, CORE_2, CONSOLE);

            assertTrue(plan().fix());
        }

        @Test
        void aNewModuleIsNoFix() throws Exception {
            lab.release(version(BASE, 2, "1.0.1", CORE_2, CONSOLE, READER_2), CORE_2, CONSOLE, READER_2);

            assertFalse(plan().fix());
        }

        @Test
        void aModuleLessIsNoFix() throws Exception {
            lab.release(version(BASE, 2, "1.0.1", CORE_2), CORE_2);

            assertFalse(plan().fix());
        }

        @Test
        void aNewSettingIsNoFix() throws Exception {
            lab.release(Documents.with(BASE_2, Map.of("org.benchconnect.core.x", Map.of("a", 1L))), CORE_2, CONSOLE);

            assertFalse(plan().fix());
        }

        @Test
        void anotherValueOfASettingIsNoFix() throws Exception {
            lab.installed(Documents.with(BASE_1, Map.of("org.benchconnect.core.x", Map.of("a", 1L))));
            lab.release(Documents.with(BASE_2, Map.of("org.benchconnect.core.x", Map.of("a", 2L))), CORE_2, CONSOLE);

            assertFalse(plan().fix());
        }

        @Test
        void aSettingLessIsNoFix() throws Exception {
            lab.installed(Documents.with(BASE_1, Map.of("org.benchconnect.core.x", Map.of("a", 1L))));
            lab.release(BASE_2, CORE_2, CONSOLE);

            assertFalse(plan().fix());
        }

        @Test
        void theSameSettingsAreAFix() throws Exception {
            lab.installed(Documents.with(BASE_1, Map.of("org.benchconnect.core.x", Map.of("a", 1L))));
            lab.release(Documents.with(BASE_2, Map.of("org.benchconnect.core.x", Map.of("a", 1L))), CORE_2, CONSOLE);

            assertTrue(plan().fix());
        }

        @Test
        void anotherModelIsNoFix() throws Exception {
            lab.models = List.of("Navios");
            ReleaseTerms forOne = new ReleaseTerms(2, 0, 100, Set.of(), Set.of("NAVIOS"), terms(2).statement());
            lab.release(version(BASE, "1.0.1", forOne, CORE_2, CONSOLE), CORE_2, CONSOLE);

            assertFalse(plan().fix());
        }

        @Test
        void oneFeatureThatIsMoreMakesAllOfItMore() throws Exception {
            lab.release(BASE_2, CORE_2, CONSOLE).release(READER_1_NEXT, READER_2);

            assertFalse(plan().fix());
        }
    }

    @Nested
    class Platforms {
        private FeatureDocument needing(String platform, long counter) {
            ReleaseTerms terms = new ReleaseTerms(
                    counter, 0, 100, Set.of(), Set.of(), terms(counter).statement(), SoftwareVersion.parse(platform));
            return version(BASE, "1.0." + counter, terms, CORE_2, CONSOLE);
        }

        @Test
        void aNewerPlatformIsAnnouncedAndNotPlanned() throws Exception {
            lab.release(needing("0.2.0", 2), CORE_2, CONSOLE);

            assertEquals(new Look(Optional.empty(), Optional.of("0.2.0")), look());
            assertFalse(lab.modules().contains(Lab.sha256(CORE_2) + ".jar"));
        }

        @Test
        void thePlatformHereWillDo() throws Exception {
            lab.release(needing("0.1.0", 2), CORE_2, CONSOLE);

            assertEquals(Optional.empty(), look().platform());
            assertTrue(look().plan().isPresent());
        }

        @Test
        void theNewestThatRunsHereIsPlannedAndTheNextAnnounced() throws Exception {
            lab.release(BASE_2, CORE_2, CONSOLE).release(needing("0.3.0", 3)).release(needing("0.4.0", 4));

            Look look = look();

            assertEquals(Optional.of("1.0.1"), look.plan().orElseThrow().version(BASE));
            assertEquals(Optional.of("0.4.0"), look.platform());
        }

        @Test
        void aPlatformThatDoesNotSayItsVersionHasNone() throws Exception {
            lab.platform = new PlatformHere(Optional.empty(), Set.of());
            lab.release(needing("0.0.1", 2), CORE_2, CONSOLE);

            assertEquals(Optional.of("0.0.1"), look().platform());
        }

        @Test
        void aFeatureThatIsNewHereIsRefusedForIt() {
            ReleaseTerms terms = new ReleaseTerms(
                    1, 0, 100, Set.of(), Set.of(), terms(1).statement(), SoftwareVersion.parse("9.0.0"));
            lab.release(version(Sample.NAME, "1.0.0", terms, READER_2), READER_2);

            lab.refused(RefusedFor.PLATFORM);
        }

        @Test
        void whatNobodyOfTheVendorSignedAnnouncesNothing() {
            FeatureDocument document = needing("9.0.0", 2);
            lab.releaseAs("targets", document, document.toJson(), new byte[] {1}, CORE_2);

            refused(RefusedFor.SIGNER);
        }
    }
}
