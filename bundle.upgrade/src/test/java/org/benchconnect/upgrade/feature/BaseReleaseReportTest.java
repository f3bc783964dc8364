package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaseReleaseReportTest {
    private static final byte[] CORE =
            Jars.bundle("org.benchconnect.core", "0.1.0").bytes();

    private final FeatureDocument base = new FeatureDocument(
            new FeatureId("org.benchconnect", BaseRelease.NAME, "0.1.0"),
            "t",
            "d",
            "v",
            "l",
            List.of(Documents.module("org.benchconnect.core", CORE)),
            Map.of(),
            new ReleaseTerms(7, 0, 100, Set.of(), Set.of(), Map.of(Language.EN, "x")));
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
        lab.runs(CORE).installed(base);
    }

    private Status release() {
        return new BaseReleaseReport(lab.folders(), Clock.fixed(lab.now, ZoneOffset.UTC)).status();
    }

    private void signature(byte[] signature) {
        Lab.write(lab.installation.resolve("release").resolve(BaseRelease.SIGNATURE), signature);
    }

    private static void says(ReleaseStatus subject, String facts, Status status) {
        assertEquals(subject.name(), status.subject().toString());
        assertEquals(facts, status.facts().encode());
    }

    @Test
    void aBaseReleaseWithoutSignatureIsADevelopmentBuild() {
        says(ReleaseStatus.BASE_RELEASE_DEVELOPMENT, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", release());
    }

    @Test
    void aSignedBaseReleaseIsSaidToBeSigned() {
        signature(Lab.signature(base.toJson()));

        says(ReleaseStatus.BASE_RELEASE_SIGNED, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", release());
    }

    @Test
    void aSignatureOfSomebodyElseDoesNotCount() {
        signature(TestAuthority.root("Other")
                .codeSigner()
                .issue()
                .over(base.toJson())
                .stamped(Lab.stamps()));

        says(ReleaseStatus.BASE_RELEASE_REFUSED, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", release());
    }

    @Test
    void withoutAVendorASignatureCannotBeJudged() throws Exception {
        signature(Lab.signature(base.toJson()));
        Path vendor = lab.installation.resolve("vendor");
        Files.move(vendor, lab.installation.resolve("elsewhere"));

        says(ReleaseStatus.BASE_RELEASE_UNJUDGED, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", release());

        Lab.write(vendor.resolve("root.json"), new byte[0]);
        says(ReleaseStatus.BASE_RELEASE_UNJUDGED, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", release());
    }

    /** The installation keeps the document and signature of the release that it brought. */
    @Test
    void aBaseReleaseThatAnUpgradeBroughtIsJudgedByItsOwnDocumentInTheGeneration() {
        byte[] newCore = Jars.bundle("org.benchconnect.core", "0.2.0").bytes();
        FeatureDocument newer = new FeatureDocument(
                new FeatureId("org.benchconnect", BaseRelease.NAME, "0.2.0"),
                "t",
                "d",
                "v",
                "l",
                List.of(Documents.module("org.benchconnect.core", newCore)),
                Map.of(),
                new ReleaseTerms(8, 0, 100, Set.of(), Set.of(), Map.of(Language.EN, "x")));
        signature(Lab.signature(base.toJson()));
        BaseReleaseReport report = new BaseReleaseReport(lab.folders(), Clock.fixed(lab.now, ZoneOffset.UTC));
        says(ReleaseStatus.BASE_RELEASE_SIGNED, "FEATURES=n0;VERSION=v0.1.0;COUNTER=n7", report.status());

        lab.runs(newCore).upgraded(newer, Lab.signature(newer.toJson()));

        says(ReleaseStatus.BASE_RELEASE_SIGNED, "FEATURES=n0;VERSION=v0.2.0;COUNTER=n8", report.status());
    }

    @Test
    void onlyFunctionsBesidesItAreCounted() {
        lab.installed(Documents.of("another", 1, Documents.module("org.benchconnect.core", CORE)));

        says(ReleaseStatus.BASE_RELEASE_DEVELOPMENT, "FEATURES=n1;VERSION=v0.1.0;COUNTER=n7", release());
    }

    @Test
    void anotherReleaseThanTheInstallationsIsSaidToBeAnother() {
        lab.runs(Jars.bundle("org.benchconnect.core", "0.2.0").bytes());

        says(ReleaseStatus.BASE_RELEASE_OTHER, "FEATURES=n0", release());
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysEverything(Language language) throws Exception {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));
        Facts all = Facts.decode("FEATURES=n1;VERSION=v0.1.0;COUNTER=n7");

        for (ReleaseStatus subject : ReleaseStatus.values()) {
            String said = texts.get("status." + subject, all);
            assertFalse(said.contains("–") || said.contains("{") || said.startsWith("status."), said);
        }
    }
}
