package org.benchconnect.upgrade.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every attack begins with is accepted, by each way, so that no attack fails for a wrong reason. */
class BaselineTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    @ParameterizedTest
    @ValueSource(strings = {Vendor.OWN, Vendor.FOREIGN})
    void theHonestRepositoryIsAcceptedByEachWay(String feature) throws FeatureRefusedException {
        lab.pc().feature = Optional.of(feature);
        String folder = lab.carried();
        Path zip = Zips.write(lab.place("zip"), Zips.of(Path.of(folder)));

        FeaturePlan plan = lab.pc().plan(folder);

        assertEquals(feature, plan.feature().name());
        assertEquals(FeaturePlan.Outcome.NEEDS_CONSENT, plan.outcome());
        assertEquals(plan, lab.pc().twin(lab.place("pc")).plan(zip.toString()));
        assertEquals(plan, lab.pc().twin(lab.place("pc")).plan(lab.served()));
    }

    @Test
    void nothingButMetadataAndVerifiedModulesIsKept() {
        Set<String> before = lab.pc().files().keySet();

        lab.accepts();

        Set<String> kept = lab.pc().files().keySet();
        kept.removeAll(before);
        assertTrue(kept.contains("home/modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar"), kept.toString());
        assertTrue(kept.stream().allMatch(file -> file.matches("home/(trust|modules)/.*")), kept.toString());
        assertTrue(kept.stream().noneMatch(file -> file.matches(".*\\.(part|tmp)")), kept.toString());
    }

    @Test
    void thereAreManyAttacks() {
        long attacks = Stream.of(
                        CodeSignatureAttacksTest.class,
                        DelegatedVendorAttacksTest.class,
                        DocumentAttacksTest.class,
                        FolderAttacksTest.class,
                        FrozenAttacksTest.class,
                        MetadataAttacksTest.class,
                        MixedAttacksTest.class,
                        ModuleAttacksTest.class,
                        NextRootAttacksTest.class,
                        OfflineWindowAttacksTest.class,
                        ReleaseChoiceAttacksTest.class,
                        RolledBackAttacksTest.class,
                        ServerAttacksTest.class,
                        StolenKeyAttacksTest.class,
                        ZipContentAttacksTest.class,
                        ZipFormAttacksTest.class,
                        ZipNamesAttacksTest.class)
                .flatMap(family -> Arrays.stream(family.getDeclaredMethods()))
                .filter((Method method) -> method.isAnnotationPresent(Test.class))
                .count();

        assertTrue(attacks > 250, attacks + " attacks");
    }
}
