package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_2;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_2_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.ENGINE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.NAME;
import static org.benchconnect.upgrade.feature.Sample.asking;
import static org.benchconnect.upgrade.feature.Sample.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.ModuleChange.Kind;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a right repository gives. */
class FeatureInstallerTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    @Test
    void aFeatureInAFolderIsVerifiedAndExplained() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE);

        FeaturePlan plan = lab.plan();

        assertEquals(DOCUMENT.summary(), plan.feature());
        assertEquals(
                List.of(Kind.ADDED, Kind.ADDED),
                plan.changes().stream().map(change -> change.kind()).toList());
        assertEquals(Set.of(Privilege.VIEW_SCREEN), plan.asked());
        assertEquals(TestSigner.ORGANISATION, plan.signer().organisation());
        assertEquals("Somebody may help you.", plan.statement());
        assertEquals(BRIDGE.length + ENGINE.length, plan.bytes());
        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, plan.outcome());
    }

    @Test
    void theSameInAZipFile() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();

        assertEquals(lab.plan(lab.folder()), lab.plan(lab.zip()));
    }

    @Test
    void aPlanInstallsNothing() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE);

        lab.plan();

        assertEquals("1\n", Files.readString(lab.home.resolve("generations/current")));
        assertFalse(Files.exists(lab.home.resolve("generations/2")));
        assertEquals(List.of(), new FeatureInstaller(lab.pc()).installed());
    }

    @Test
    void anUpgradeSaysWhatChangesAndWhatStops() throws Exception {
        lab.installed(DOCUMENT).runs(BRIDGE, ENGINE);
        lab.dependants = Set.of("com.example.bridge", "com.example.user");
        lab.release(asking(4, BRIDGE_2_MODULE), BRIDGE_2);

        FeaturePlan plan = lab.plan();

        assertEquals(
                List.of(Kind.CHANGED, Kind.REMOVED),
                plan.changes().stream().map(change -> change.kind()).toList());
        assertEquals(Optional.of("1.0.0"), plan.changes().get(0).from());
        assertEquals(Optional.of("2.0.0"), plan.changes().get(0).to());
        assertEquals(List.of("com.example.user"), plan.stops());
        assertEquals(Set.of(), plan.asked());
    }

    @Test
    void whatRunsAlreadyIsNothingToDo() throws Exception {
        lab.installed(DOCUMENT).runs(BRIDGE, ENGINE).release(DOCUMENT, BRIDGE, ENGINE);

        assertEquals(FeaturePlan.Outcome.NOTHING_TO_DO, lab.plan().outcome());
    }

    @Test
    void whatIsInstalledIsWhatRuns() {
        lab.installed(DOCUMENT)
                .installed(Documents.of("other", 1, BRIDGE_2_MODULE))
                .runs(BRIDGE, ENGINE);

        assertEquals(List.of(DOCUMENT.summary()), new FeatureInstaller(lab.pc()).installed());
    }

    @Test
    void theNewestReleaseForThisPcIsTaken() throws Exception {
        lab.models = List.of("Navios EX");
        lab.release(released(3, 0, 100, "NAVIOS_EX"), BRIDGE, ENGINE)
                .release(released(4, 0, 100, "NAVIOS_EX", "NAVIOS"))
                .release(released(5, 0, 50, "NAVIOS_EX"))
                .release(released(6, 0, 100, "NAVIOS"));

        assertEquals(4, lab.plan().feature().counter());
    }

    @Test
    void theOnlyFeatureNeedsNoName() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();

        FeaturePlan plan = new FeatureInstaller(lab.pc()).plan(lab.folder(), Optional.empty(), Language.IT);

        assertEquals("Qualcuno può aiutarti.", plan.statement());
    }

    @Test
    void verifiedModulesAreKeptAndNotFetchedAgain() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.plan();
        lab.replace(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE, new byte[0]);
        lab.folder();

        FeaturePlan again = lab.plan(lab.source.toString());

        assertEquals(2, lab.modules().size());
        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, again.outcome());
    }

    @Test
    void aCertificateThatHasExpiredSinceIsTakenWithItsTimeStamp() throws Exception {
        TestSigner expired = Lab.AUTHORITY
                .codeSigner()
                .valid(lab.now.minus(Duration.ofHours(10)), lab.now.minus(Duration.ofHours(2)))
                .issue();
        byte[] signature = expired.over(DOCUMENT.toJson()).stamped(Lab.stamps().at(lab.now.minus(Duration.ofHours(5))));
        lab.releaseAs("targets", DOCUMENT, DOCUMENT.toJson(), signature, BRIDGE, ENGINE);

        assertEquals(3, lab.plan().feature().counter());
    }

    @Test
    void anAdapterOfADelegatedVendorIsTaken() throws Exception {
        byte[] adapter = Jars.bundle("com.other.adapter", "1.0.0")
                .header("Import-Package", "org.benchconnect.core.instrument,org.benchconnect.core.signal")
                .bytes();
        FeatureDocument foreign = Documents.of(NAME, 1, Documents.module("com.other.adapter", adapter));
        lab.repository.delegateTerminating("targets", "other", "features/*", "modules/*");
        lab.release("other", foreign, adapter);

        assertEquals(NAME, lab.plan().feature().name());
    }
}
