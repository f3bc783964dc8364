package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.upgrade.plan.UpgradePlanner.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an upgrade means to features that it does not come from. */
class UpgradeOfOthersTest extends UpgradeLooks {
    @Nested
    class Needs {
        @Test
        void aPackageThatOnlyAnotherFeatureBroughtIsMissed() {
            byte[] without = module("org.benchconnect.core", "1.1.0", "Export-Package", "org.benchconnect.core.other");
            FeatureDocument base = Documents.of(BASE, 2, Documents.module("org.benchconnect.core", without));
            lab.release(base, without);

            FeatureRefusedException refused = refused(RefusedFor.NEEDED);

            assertEquals(List.of("com.example.reader"), refused.choices());
            assertTrue(refused.getMessage().contains("org.benchconnect.core.signal"), refused.getMessage());
        }

        @Test
        void aPackageThatNobodyBringsIsMissed() {
            byte[] wanting = module("com.example.reader", "2.0.0", "Import-Package", "com.example.nowhere");
            lab.release(
                    Documents.of("com.example.reader", 2, Documents.module("com.example.reader", wanting)), wanting);

            refused(RefusedFor.NEEDED);
        }

        @Test
        void packagesOfThePlatformAndOptionalOnesAreNotMissed() throws Exception {
            byte[] wanting = module(
                    "com.example.reader",
                    "2.0.0",
                    "Import-Package",
                    "javax.sql,org.osgi.framework;version=\"[1,2)\",a.b;resolution:=optional");
            lab.release(
                    Documents.of("com.example.reader", 2, Documents.module("com.example.reader", wanting)), wanting);

            assertEquals(List.of("com.example.reader"), names(plan()));
        }
    }

    @Nested
    class DelegatedVendors {
        private static final byte[] PLATE =
                module("com.other.plate", "1.0.0", "Import-Package", "org.benchconnect.core.signal");
        private static final byte[] PLATE_2 =
                module("com.other.plate", "2.0.0", "Import-Package", "org.benchconnect.core.signal");

        private FeatureDocument plate(long counter, byte[] module) {
            return Documents.of("com.other.plate", counter, Documents.module("com.other.plate", module));
        }

        @BeforeEach
        void delegate() {
            lab.installed(plate(1, PLATE)).runs(CORE, CONSOLE, READER, PLATE);
            lab.repository.delegateTerminating("targets", "com.other", "features/*", "modules/*");
        }

        @Test
        void itsNewerReleaseIsInThePlanAndNamed() throws Exception {
            lab.release(version(BASE, 2, "1.1.0", CORE_2, CONSOLE), CORE_2, CONSOLE)
                    .release("com.other", plate(2, PLATE_2), PLATE_2);

            UpgradePlan plan = plan();

            assertEquals(List.of("com.other.plate", BASE), names(plan));
            assertEquals(Optional.of("com.other"), plan.features().get(0).pluginVendor());
        }

        @Test
        void aFixOfTheVendorsOwnDoesNotWaitForIt() throws Exception {
            lab.release(BASE_2, CORE_2, CONSOLE).release("com.other", plate(2, PLATE_2), PLATE_2);

            UpgradePlan plan = plan();

            assertEquals(List.of(BASE), names(plan));
            assertTrue(plan.fix());
            lab.installed(BASE_2).runs(CORE_2, CONSOLE, READER, PLATE);
            assertEquals(List.of("com.other.plate"), names(plan()));
        }

        @Test
        void itsReleaseThatDropsAPackageKeepsNobodysFixesBack() throws Exception {
            byte[] brings = module("com.other.plate", "1.0.0", "Export-Package", "com.other.plate.api");
            byte[] user = module("com.other.user", "1.0.0", "Import-Package", "com.other.plate.api");
            lab.installed(plate(1, brings))
                    .installed(Documents.of("com.other.user", 1, Documents.module("com.other.user", user)))
                    .runs(CORE, CONSOLE, READER, brings, user);
            lab.release(version(BASE, 2, "1.1.0", CORE_2, CONSOLE), CORE_2, CONSOLE)
                    .release("com.other", plate(2, PLATE_2), PLATE_2);

            assertEquals(List.of(BASE), names(plan()));
            assertFalse(lab.modules().contains(Lab.sha256(PLATE_2) + ".jar"));
        }

        @Test
        void ofTwoOnlyTheOneThatDropsAPackageIsLeftOut() throws Exception {
            byte[] brings = module("com.other.plate", "1.0.0", "Export-Package", "com.other.plate.api");
            byte[] user = module("com.other.user", "1.0.0", "Import-Package", "com.other.plate.api");
            byte[] user2 = module("com.other.user", "2.0.0", "Import-Package", "com.other.plate.api");
            lab.installed(plate(1, brings))
                    .installed(Documents.of("com.other.user", 1, Documents.module("com.other.user", user)))
                    .runs(CORE, CONSOLE, READER, brings, user);
            lab.release("com.other", plate(2, PLATE_2), PLATE_2)
                    .release(
                            "com.other",
                            Documents.of("com.other.user", 2, Documents.module("com.other.user", user2)),
                            user2);

            assertEquals(List.of("com.other.user"), names(plan()));
        }

        @Test
        void itsBrokenReleaseKeepsNobodysFixesBack() throws Exception {
            lab.release(BASE_2, CORE_2, CONSOLE)
                    .releaseAs("com.other", plate(2, PLATE_2), "{".getBytes(StandardCharsets.US_ASCII), new byte[1]);

            assertEquals(List.of(BASE), names(plan()));
        }

        @Test
        void itsBrokenReleaseIsSaidIfNothingElseIsNew() {
            lab.releaseAs("com.other", plate(2, PLATE_2), plate(2, PLATE_2).toJson(), new byte[1], PLATE_2);

            refused(RefusedFor.SIGNER);
        }

        @Test
        void itsReleaseThatMissesAPackageKeepsNobodysFixesBack() throws Exception {
            byte[] wanting = module("com.other.plate", "2.0.0", "Import-Package", "com.other.nowhere");
            lab.release(BASE_2, CORE_2, CONSOLE).release("com.other", plate(2, wanting), wanting);

            assertEquals(List.of(BASE), names(plan()));
        }

        @Test
        void theBaseReleaseIsTheVendorsAlone() {
            lab.release("com.other", BASE_2, CORE_2, CONSOLE);

            refused(RefusedFor.RESERVED);
        }

        @Test
        void aNameOfTheInstallationsListIsTheVendorsAlone() throws Exception {
            FeatureDocument own = Documents.of("house-base", 1, Documents.module("com.example.reader", READER));
            lab.installed(own).runs(CORE, CONSOLE, READER);
            Lab.write(
                    lab.installation.resolve("release/SHA256SUMS"),
                    BaseRelease.list(List.of(own)).getBytes(StandardCharsets.UTF_8));
            FeatureDocument next = Documents.of("house-base", 2, Documents.module("com.example.reader", READER_2));
            lab.release("com.other", next, READER_2);

            refused(RefusedFor.RESERVED);
        }

        @Test
        void itAnnouncesNoInstaller() throws Exception {
            ReleaseTerms terms = new ReleaseTerms(
                    2, 0, 100, Set.of(), Set.of(), terms(2).statement(), SoftwareVersion.parse("9.0.0"));
            lab.release(
                    "com.other",
                    Documents.of("com.other.plate", terms, Documents.module("com.other.plate", PLATE_2)),
                    PLATE_2);

            assertEquals(new Look(Optional.empty(), Optional.empty()), look());
        }
    }
}
