package org.benchconnect.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What comes from the network, or from time going by, cannot reach what raises rights: there is no such message. Enforced on the compiled classes: nothing in link,
 * notification client or store knows consents, questions, accounts, leases or the gate; and only consent and launcher touch the gate's {@code Modules}.
 */
@AnalyzeClasses(
        packages = "org.benchconnect",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestSupport.class})
class OnlyAPersonRaisesRightsTest {
    @ArchTest
    static final ArchRule nothingFromTheNetworkReachesWhatRaisesRights = noClasses()
            .that()
            .resideInAnyPackage("org.benchconnect.link..", "org.benchconnect.notify..", "org.benchconnect.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.benchconnect.core.consent..",
                    "org.benchconnect.core.account..",
                    "org.benchconnect.core.session..",
                    "org.benchconnect.consent..",
                    "org.benchconnect.launcher.module..")
            .because("the network can lower rights, never raise them (R-61)");

    @ArchTest
    static final ArchRule onlyTheConsentBundleHasFeaturesStarted = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.consent..", "org.benchconnect.launcher..")
            .should()
            .callMethod(org.benchconnect.launcher.module.Modules.class, "start", String.class, long.class)
            .because("a right needs a consent in the ledger");

    @ArchTest
    static final ArchRule onlyAPersonsHandsGive = noClasses()
            .that()
            .resideOutsideOfPackages("org.benchconnect.consent..", "org.benchconnect.console..")
            .should()
            .callMethod(
                    org.benchconnect.core.consent.Consents.class,
                    "give",
                    String.class,
                    org.benchconnect.core.consent.Answer.class)
            .because("an answer comes by the local page and API alone");

    @ArchTest
    static void theRulesLookedAtBothSides(JavaClasses all) {
        for (String side : new String[] {"link.", "notify.", "store.", "consent.grant.", "core.consent."}) {
            assertTrue(
                    all.stream().anyMatch(one -> one.getName().startsWith("org.benchconnect." + side)),
                    "no class of " + side);
        }
    }
}
