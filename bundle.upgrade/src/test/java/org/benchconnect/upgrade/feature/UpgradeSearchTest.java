package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.ModuleChange.Kind;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.upgrade.plan.UpgradePlanner.Look;
import org.junit.jupiter.api.Test;

/** One look for newer versions of everything that is here. */
class UpgradeSearchTest extends UpgradeLooks {
    @Test
    void oneLookPlansEveryFeatureThatHasANewerRelease() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE).release(READER_1_NEXT, READER_2);

        UpgradePlan plan = plan();

        assertEquals(List.of("com.example.reader", BASE), names(plan));
        assertEquals(
                List.of(
                        new ModuleChange(
                                Kind.CHANGED, "com.example.reader", Optional.of("1.0.0"), Optional.of("2.0.0")),
                        new ModuleChange(
                                Kind.CHANGED, "org.benchconnect.core", Optional.of("1.0.0"), Optional.of("1.0.1"))),
                plan.changes());
        assertEquals(CORE_2.length + READER_2.length, plan.bytes());
        assertEquals(lab.source.toString(), plan.source());
        assertFalse(plan.fix(), "a first number rises");
    }

    @Test
    void aFeatureWithoutANewerReleaseIsLeftOut() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE).release(READER_1, READER);

        assertEquals(List.of(BASE), names(plan()));
    }

    @Test
    void aFeatureThatTheSourceDoesNotOfferIsNoFault() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE);

        assertEquals(List.of(BASE), names(plan()));
    }

    @Test
    void nothingNewerIsEmpty() throws Exception {
        lab.release(BASE_1, CORE, CONSOLE).release(READER_1, READER);

        assertEquals(new Look(Optional.empty(), Optional.empty()), look());
    }

    @Test
    void whatIsNotHereIsNotPlanned() throws Exception {
        lab.release(BASE_1, CORE, CONSOLE).release(version("com.example.more", 1, "1.0.0", READER_2), READER_2);

        assertEquals(Optional.empty(), look().plan());
    }

    @Test
    void theNewestReleaseThatFitsIsTaken() throws Exception {
        ReleaseTerms forOthers = new ReleaseTerms(3, 0, 10, Set.of(), Set.of(), terms(3).statement());
        lab.release(BASE_2, CORE_2, CONSOLE).release(version(BASE, "1.0.2", forOthers, CORE_2));

        assertEquals(Optional.of("1.0.1"), plan().version(BASE));
    }

    @Test
    void theSameReleasesHaveTheSameIdentityAndOthersAnother() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE);
        String first = plan().id();

        String again = plan().id();
        lab.release(READER_1_NEXT, READER_2);
        String more = plan().id();

        assertEquals(first, again);
        assertFalse(first.equals(more));
        assertTrue(first.matches("[0-9a-f]{64}"));
    }

    @Test
    void unchangedModulesAreNotFetched() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE).repository.publish();
        lab.replace(FeatureLayout.module(Lab.sha256(CONSOLE)), CONSOLE, new byte[0]);

        assertEquals(CORE_2.length, look(lab.folder()).plan().orElseThrow().bytes());
    }

    @Test
    void eachFeatureOfThePlanCanBeStaged() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE)
                .release(READER_1_NEXT, READER_2)
                .repository
                .publish();
        FeatureInstaller installer = new FeatureInstaller(lab.pc());
        UpgradePlan plan =
                installer.look(Optional.of(lab.folder()), Language.EN).plan().orElseThrow();

        for (FeaturePlan feature : plan.features()) {
            assertEquals(
                    feature.document(), installer.planned(feature.document()).digest());
        }
    }

    @Test
    void documentsThatWereFetchedOnceAreNotFetchedAgain() throws Exception {
        lab.release(BASE_1, CORE, CONSOLE).release(READER_1, READER).repository.publish();
        FeatureInstaller installer = new FeatureInstaller(lab.pc());
        installer.look(Optional.of(lab.folder()), Language.EN);
        for (FeatureDocument document : List.of(BASE_1, READER_1)) {
            Files.delete(lab.file(FeatureLayout.document(document.id()), document.toJson()));
        }

        Look again = installer.look(Optional.of(lab.source.toString()), Language.EN);

        assertEquals(Optional.empty(), again.plan());
    }

    @Test
    void theVendorsAddressIsTheSourceIfNoneIsNamed() {
        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> new FeatureInstaller(lab.pc())
                        .look(Optional.empty(), Language.EN));

        assertEquals(RefusedFor.SOURCE, refused.reason());
        assertTrue(refused.getMessage().contains("TLS client"), refused.getMessage());
    }

    @Test
    void withoutAnAddressOfTheVendorNothingIsAsked() {
        Lab.write(
                lab.installation.resolve("vendor/profile.json"),
                "{\"organisation\": \"Example Instruments\"}".getBytes(StandardCharsets.UTF_8));

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> new FeatureInstaller(lab.pc())
                        .look(Optional.empty(), Language.EN));

        assertEquals(RefusedFor.SOURCE, refused.reason());
        assertTrue(refused.getMessage().contains("No source of releases is set"), refused.getMessage());
    }

    @Test
    void withoutAVendorNothingIsAsked() throws Exception {
        Files.delete(lab.installation.resolve("vendor/root.json"));

        refused(RefusedFor.NO_VENDOR);
    }

    @Test
    void oneBadReleaseOfTheVendorRefusesAllAndItsModulesWait() throws Exception {
        lab.release(BASE_2, CORE_2, CONSOLE).release(READER_1_NEXT, READER_2);
        lab.replace(FeatureLayout.module(Lab.sha256(READER_2)), READER_2, CORE);
        List<String> before = lab.modules();

        refused(RefusedFor.MODULE);

        assertEquals(before, lab.modules());
    }

    @Test
    void aPrivilegeThatIsNewIsAskedFor() throws Exception {
        ReleaseTerms asking =
                new ReleaseTerms(2, 0, 100, Set.of(Privilege.VIEW_SCREEN), Set.of(), terms(2).statement());
        lab.release(version("com.example.reader", "1.0.1", asking, READER_2), READER_2);

        UpgradePlan plan = plan();

        assertEquals(Set.of(Privilege.VIEW_SCREEN), plan.asked());
        assertFalse(plan.fix());
    }
}
